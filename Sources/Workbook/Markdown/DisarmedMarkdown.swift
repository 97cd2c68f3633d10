/// Markdown in which nothing is a link definition, a processing instruction or a declaration, and no
/// reference such as `&#xE000;` stands for a mark of ours.
///
/// Templates have none of them, and cmark can be given ones that it never comes to an end with: it
/// copies a definition into every link that uses it, and looks for the end of each `<?` and `<!`
/// through the whole paragraph. A mark that Markdown does not interpret keeps them text.
func disarmed(_ markdown: String) -> String {
  let bytes = Array(markdown.utf8)
  let mark = Array(String(disarmingMark).utf8)
  var disarmed: [UInt8] = []
  disarmed.reserveCapacity(bytes.count)
  for (index, byte) in bytes.enumerated() {
    disarmed.append(byte)
    if isDangerous(byte, before: bytes[(index + 1)...]) { disarmed += mark }
  }
  return String(decoding: disarmed, as: UTF8.self)
}

/// The text as it was before.
func armed(_ text: String) -> String {
  guard text.unicodeScalars.contains(disarmingMark) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != disarmingMark }))
}

/// Whether a paragraph that begins with this text would have been a link definition.
func startsLikeLinkDefinition(_ disarmed: String) -> Bool {
  let scalars = disarmed.unicodeScalars
  guard scalars.first == "[", let end = scalars.firstIndex(of: "]") else { return false }
  return scalars[end...].dropFirst().first == disarmingMark
}

/// Whether a processing instruction or a declaration is in the text.
func holdsDisarmedHTML(_ disarmed: String) -> Bool {
  let scalars = disarmed.unicodeScalars
  return zip(scalars, scalars.dropFirst()).contains { $0 == "<" && $1 == disarmingMark }
}

/// Behind `]` of `]:`, `<` of `<?` and so on.
let disarmingMark: Unicode.Scalar = "\u{E002}"

private func isDangerous(_ byte: UInt8, before rest: ArraySlice<UInt8>) -> Bool {
  switch (byte, rest.first) {
  case (UInt8(ascii: "]"), UInt8(ascii: ":")), (UInt8(ascii: "<"), UInt8(ascii: "?")): true
  // Comments are cheap, and give a page its structure.
  case (UInt8(ascii: "<"), UInt8(ascii: "!")): !rest.starts(with: "!--".utf8)
  case (UInt8(ascii: "&"), UInt8(ascii: "#")): isMark(reference: rest.dropFirst())
  default: false
  }
}

/// - Parameter reference: What follows `&#`: `57344;` or `xE000;`.
private func isMark(reference: ArraySlice<UInt8>) -> Bool {
  let digits = String(
    decoding: reference.prefix(8).prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
  let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
  let number = isHexadecimal ? Int(digits.dropFirst(), radix: 16) : Int(digits)
  return number.map { (0xE000...0xE002).contains($0) } ?? false
}
