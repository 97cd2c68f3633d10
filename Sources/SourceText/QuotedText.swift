/// Text from a file in single quotes, as messages show it: at most 60 characters, and nothing in
/// it can steer a terminal.
package func quoted(_ text: some StringProtocol) -> String {
  let shown = text.count > 60 ? String(text.prefix(59)) + "…" : String(text)
  return "'" + visible(shown).replacing("\t", with: "␉") + "'"
}

/// The text with control characters other than tabs as their pictures, such as `␛`.
func visible(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    scalars.append(scalar == "\t" ? scalar : picture(of: scalar))
  }
  return String(scalars)
}

private func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  // C1 controls, and marks that reorder or hide what follows them.
  case 0x80...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
  default: scalar
  }
}
