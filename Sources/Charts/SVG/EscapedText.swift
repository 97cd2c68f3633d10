/// Appends `text` so that it can neither end its element nor its attribute, nor turn its neighbours.
///
/// Characters that XML forbids become U+FFFD. Directional marks that do not come in pairs would
/// reorder what follows them and are left out; paired ones stay.
func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
  let isWritten = text.utf8.withContiguousStorageIfAvailable { plain in
    guard plain.allSatisfy(isPlain) else { return false }
    bytes.append(contentsOf: plain)
    return true
  }
  if isWritten == true { return }
  let keepsDirections = hasPairedDirections(text)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": bytes.append(contentsOf: "&amp;".utf8)
    case "<": bytes.append(contentsOf: "&lt;".utf8)
    case ">": bytes.append(contentsOf: "&gt;".utf8)
    case "\"": bytes.append(contentsOf: "&quot;".utf8)
    case "'": bytes.append(contentsOf: "&#39;".utf8)
    case "\t", "\n", "\r": bytes.append(UInt8(ascii: " "))
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}":
      bytes.append(contentsOf: "\u{FFFD}".utf8)
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      if keepsDirections { bytes.append(contentsOf: scalar.utf8) }
    default: bytes.append(contentsOf: scalar.utf8)
    }
  }
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
    UInt8(ascii: "'"):
    false
  default: byte >= 0x20 && byte < 0x7F
  }
}

/// Whether every directional embedding, override and isolate is closed by its own mark.
private func hasPairedDirections(_ text: String) -> Bool {
  let popEmbedding: Unicode.Scalar = "\u{202C}"
  let popIsolate: Unicode.Scalar = "\u{2069}"
  var expectedClosings: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}": expectedClosings.append(popEmbedding)
    case "\u{2066}"..."\u{2068}": expectedClosings.append(popIsolate)
    case popEmbedding, popIsolate:
      guard expectedClosings.popLast() == scalar else { return false }
    default: break
    }
  }
  return expectedClosings.isEmpty
}
