extension HTMLBuffer {
  /// A cell of a table with the exact number behind its text.
  /// - Parameter number: nil where there is none behind it.
  mutating func append(number: Int64?, text: String) {
    append(markup: "<td class=\"number\"")
    if let number { append(dataValue: number) }
    append(markup: ">")
    append(text: text)
    append(markup: "</td>")
  }

  /// The number behind a text, by which rows can be sorted.
  mutating func append(dataValue number: Int64) {
    append(markup: " data-value=\"")
    append(integer: number)
    append(markup: "\"")
  }
}

/// The text of a drawing, which is never broken.
func drawnText(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  return text.replacing(Typography.wordJoiner, with: "")
}
