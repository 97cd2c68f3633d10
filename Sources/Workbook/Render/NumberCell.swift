extension HTMLBuffer {
  /// A cell of a table with the exact number behind its text.
  /// - Parameter number: nil where there is none behind it.
  mutating func append(number: Int64?, text: String) {
    append(markup: "<td class=\"number\"\(number.map { " data-value=\"\($0)\"" } ?? "")>")
    append(text: text)
    append(markup: "</td>")
  }
}

/// The text of a drawing, which is never broken.
func drawnText(_ text: String) -> String { text.replacing(Typography.wordJoiner, with: "") }
