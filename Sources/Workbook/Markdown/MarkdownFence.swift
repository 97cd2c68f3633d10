/// Tells the lines of a text that are inside a fence, its first and last lines included.
struct MarkdownFence {
  /// The backticks or tildes that the fence began with; nil outside.
  private var opening: Substring?

  /// - Parameter line: The next one of the text.
  mutating func isInside(_ line: String) -> Bool {
    let indentation = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indentation)
    let mark = text.first.map { first in text.prefix { $0 == first } } ?? ""
    let rest = text.dropFirst(mark.count)
    let isMark = indentation <= 3 && mark.count >= 3
    if let opening {
      if isMark, mark.hasPrefix(opening), rest.allSatisfy(\.isWhitespace) { self.opening = nil }
      return true
    }
    // Backticks behind backticks are code within a line.
    let isOpening = mark.first == "~" || (mark.first == "`" && !rest.contains("`"))
    if isMark, isOpening { opening = mark }
    return opening != nil
  }
}
