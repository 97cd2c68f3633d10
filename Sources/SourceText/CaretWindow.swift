/// A line as a terminal shows it, and a second line with a caret under one of its characters.
struct CaretWindow: Hashable {
  let line: String
  let caret: String

  /// A longer line is cut on both sides of the caret.
  private static let widestLine = 100

  /// - Parameter column: From 1, in characters; past the end is after the last character.
  init(line: String, column: Int) {
    let characters = Array(line)
    let target = min(max(column - 1, 0), characters.count)
    var first = 0
    var last = characters.count
    if characters.count > CaretWindow.widestLine {
      first = max(0, min(target - CaretWindow.widestLine / 2, last - CaretWindow.widestLine))
      last = first + CaretWindow.widestLine
    }
    let beginning = first > 0 ? "…" : ""
    let end = last < characters.count ? "…" : ""
    self.line = beginning + visible(String(characters[first..<last])) + end
    // Tabs stay tabs, so that both lines advance alike whatever the terminal's tab stops are.
    let padding = characters[first..<target].map { $0 == "\t" ? "\t" : spaces(under: $0) }
    caret = (first > 0 ? " " : "") + padding.joined() + "^"
  }
}

private func spaces(under character: Character) -> String {
  String(repeating: " ", count: isWide(character) ? 2 : 1)
}

/// Whether a terminal gives the character two cells: CJK, Hangul, full-width forms, emoji.
/// From the ranges marked W and F in https://www.unicode.org/reports/tr11/.
private func isWide(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
    return true
  default:
    return false
  }
}
