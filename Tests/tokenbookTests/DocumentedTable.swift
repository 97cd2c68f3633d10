import Foundation

/// Tables of a Markdown document.
enum DocumentedTable {
  /// The cells of every table row below a heading or a line that starts with `start`, up to the
  /// first line after the table.
  static func rows(after start: String, in document: String) -> [[String]] {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return [] }
    let table = lines[heading...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return table.dropFirst(2).map { line in
      // A bar inside code is written as `\|`.
      line.replacing("\\|", with: "\u{0}").split(separator: "|").map {
        $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// The texts between backquotes.
  static func code(in text: some StringProtocol) -> [String] {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }
}
