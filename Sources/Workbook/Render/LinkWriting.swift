import SourceText

extension PageScope {
  /// The `href` of a link; nil where it would run something or leads to a page that is not there,
  /// which data can bring about: then only the link's words are written.
  func reference(_ target: LinkTarget) throws(Diagnostic) -> String? {
    var address = ""
    // Inside an address that the template gives, data is one part and never changes its meaning.
    var isExternal = false
    for (index, piece) in target.template.pieces.enumerated() {
      switch piece {
      case .text(let text):
        if index == 0 { isExternal = scheme(of: text) != nil }
        address += text
      case .value(let expression):
        let text = try self.text(expression)
        address += isExternal ? percentEncoded(text) : text
      }
    }
    return reference(LinkAddress(address))
  }

  func reference(_ address: LinkAddress) -> String? {
    if case .page(let folder, _) = address, !site.pages.contains(PagePath(folder: folder)) {
      return nil
    }
    return address.reference(from: page)
  }

  func write(_ fragments: [Fragment], to buffer: inout HTMLBuffer) throws(Diagnostic) {
    for fragment in fragments {
      switch fragment {
      case .markup(let bytes):
        buffer.append(markup: bytes)
      case .value(let expression):
        buffer.append(text: try text(expression))
      case .link(let target, let content):
        let reference = try reference(target)
        buffer.append(startOfLink: reference)
        try write(content, to: &buffer)
        if reference != nil { buffer.append(markup: "</a>") }
      }
    }
  }
}

extension HTMLBuffer {
  mutating func append(startOfLink reference: String?) {
    guard let reference else { return }
    append(markup: "<a href=\"")
    append(text: reference)
    append(markup: "\">")
  }

  /// Text as a link, or alone where there is no reference.
  mutating func append(link text: String, to reference: String?) {
    append(startOfLink: reference)
    append(text: text)
    if reference != nil { append(markup: "</a>") }
  }
}
