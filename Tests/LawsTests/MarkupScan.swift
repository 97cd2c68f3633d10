/// A page taken apart: its tags with their attributes, and the text of its table cells.
///
/// A tiny tokenizer of its own, so that the product's writing is not checked by its own reading.
struct MarkupScan {
  struct Tag: Hashable {
    /// `td`, `/td`, or `!` for a comment or a document type.
    let name: String
    let attributes: [String]
  }

  private(set) var tags: [Tag] = []
  /// Of `href` and `src`, as a browser would follow them.
  private(set) var addresses: [String] = []
  /// The text of every `td` and `th`.
  private(set) var cells: [String] = []
  private var cell: String?

  init(_ page: String) {
    var rest = Substring(page).unicodeScalars
    while let open = rest.firstIndex(of: "<") {
      cell? += decoded(rest[..<open])
      rest = rest[rest.index(after: open)...]
      scanTag(&rest)
    }
  }

  /// Tags and their attributes, except in pictures, whose labels depend on how long a name is, and
  /// except links: a name used as an address may lead somewhere or nowhere.
  var shape: [Tag] {
    var depth = 0
    return tags.filter { tag in
      if tag.name == "svg" { depth += 1 }
      if tag.name == "/svg" { depth -= 1 }
      return (depth == 0 || tag.name == "svg") && !links.contains(tag)
    }
  }

  private mutating func scanTag(_ rest: inout Scalars) {
    let name = text(takenFrom: &rest) {
      $0.properties.isAlphabetic || "0123456789/!-".unicodeScalars.contains($0)
    }
    if name.hasPrefix("!--") {
      rest =
        rest.firstRange(of: "-->".unicodeScalars).map { rest[$0.upperBound...] } ?? rest.suffix(0)
      tags.append(Tag(name: "!", attributes: []))
      return
    }
    var attributes: [String] = []
    while true {
      _ = text(takenFrom: &rest) { isBlank($0) || $0 == "/" }
      guard let next = rest.first, next != ">" else { break }
      let attribute = text(takenFrom: &rest) { !isBlank($0) && !"=>/".unicodeScalars.contains($0) }
      let written = rest.first == "=" ? value(takenFrom: &rest) : ""
      attributes.append(attribute)
      if ["href", "src"].contains(attribute) { addresses.append(written) }
    }
    rest = rest.dropFirst()
    tags.append(Tag(name: name, attributes: attributes))
    if ["td", "th"].contains(name) { cell = "" }
    if ["/td", "/th"].contains(name), let text = cell {
      cells.append(text)
      cell = nil
    }
  }

  private func value(takenFrom rest: inout Scalars) -> String {
    rest.removeFirst()
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      return text(takenFrom: &rest) { !isBlank($0) && $0 != ">" }
    }
    rest.removeFirst()
    let written = rest.prefix { $0 != quote }
    rest = rest[written.endIndex...].dropFirst()
    return decoded(written)
  }

  private func text(
    takenFrom rest: inout Scalars, while belongs: (Unicode.Scalar) -> Bool
  ) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return String(taken)
  }
}

private typealias Scalars = Substring.UnicodeScalarView

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  " \t\n\r\u{C}".unicodeScalars.contains(scalar)
}

private func decoded(_ text: Scalars) -> String {
  var text = String.UnicodeScalarView(text)
  for (entity, character) in [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ] {
    text = text.replacing(entity.unicodeScalars, with: character.unicodeScalars)
  }
  return String(text)
}

let links: Set = [
  MarkupScan.Tag(name: "a", attributes: ["href"]), MarkupScan.Tag(name: "/a", attributes: []),
]
