/// Where a record stands, and how it begins.
package struct RecordPlace: Hashable, Sendable {
  package let file: String
  /// The record's first line, counted from 1.
  package let line: Int
  /// The start of the line, as messages show it.
  package let excerpt: String

  package init(file: String, line: Int, excerpt: String) {
    self.file = file
    self.line = line
    self.excerpt = excerpt
  }
}

/// Bytes of a file as messages show them: the first `limit` characters, control characters as their
/// pictures, so that nothing in a file can steer a terminal.
func excerpt(of bytes: UnsafeRawBufferPointer, limit: Int = 80) -> String {
  var shown = String.UnicodeScalarView()
  // A character is at most four bytes of UTF-8, so this prefix holds one more than is shown.
  let start = String(decoding: bytes.prefix(4 * (limit + 1)), as: UTF8.self)
  for scalar in start.unicodeScalars.prefix(limit) { shown.append(picture(of: scalar)) }
  return String(shown) + (start.unicodeScalars.count > limit ? "…" : "")
}

private func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.properties.generalCategory {
  case .control where scalar.value < 0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case .control where scalar.value == 0x7F: "\u{2421}"
  // Marks that reorder, hide or break what follows them.
  case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
  default: scalar
  }
}
