/// One attribute of the tag that was read last.
struct HTMLAttribute {
  let name: HTMLName
  /// Where the value stands, without its quotes and with its entities; empty where there is none.
  let value: Range<Int>
}

enum HTMLToken: Equatable {
  /// Its attributes are the scanner's `attributes`.
  case startTag(HTMLName)
  case endTag(HTMLName)
  /// Text between tags, entities included.
  case text(Range<Int>)
}

/// Reads tags and text from the bytes of a page, in one pass and without building a tree.
///
/// Made for pages we wrote: it knows comments, doctypes, quoted values and raw text, and does not
/// repair broken markup as a browser would.
struct HTMLScanner {
  let bytes: [UInt8]
  private let known: KnownHTMLNames
  private(set) var attributes: [HTMLAttribute] = []
  private var position = 0
  /// The element whose content is not markup, until its end tag.
  private var rawTextElement: HTMLName?

  init(_ bytes: [UInt8], known: KnownHTMLNames = KnownHTMLNames()) {
    self.bytes = bytes
    self.known = known
  }

  /// - Returns: nil at the end of the page.
  mutating func next() -> HTMLToken? {
    while position < bytes.count {
      if let element = rawTextElement {
        rawTextElement = nil
        let start = position
        position = endOfRawText(of: element)
        if position > start { return .text(start..<position) }
      } else if bytes[position] != UInt8(ascii: "<") || !startsMarkup(at: position) {
        return text()
      } else if starts(with: "<!--") {
        skip(past: "-->", from: position + 4)
      } else if starts(with: "<!") || starts(with: "<?") {
        skip(past: ">", from: position)
      } else {
        return tag()
      }
    }
    return nil
  }

  private mutating func text() -> HTMLToken {
    let start = position
    position += 1
    while position < bytes.count,
      bytes[position] != UInt8(ascii: "<") || !startsMarkup(at: position)
    {
      position += 1
    }
    return .text(start..<position)
  }

  private mutating func tag() -> HTMLToken {
    position += 1
    let isEndTag = bytes[position] == UInt8(ascii: "/")
    if isEndTag { position += 1 }
    let name = name()
    attributes.removeAll(keepingCapacity: true)
    while let attribute = attribute() { attributes.append(attribute) }
    if isEndTag { return .endTag(name) }
    if name.has(known.script) || name.has(known.style) || name.has(known.textarea) {
      rawTextElement = name
    }
    return .startTag(name)
  }

  /// - Returns: nil at the end of the tag, which is then behind us.
  private mutating func attribute() -> HTMLAttribute? {
    while position < bytes.count, isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < bytes.count else { return nil }
    guard bytes[position] != UInt8(ascii: ">") else {
      position += 1
      return nil
    }
    let name = name()
    let afterName = position
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      return HTMLAttribute(name: name, value: afterName..<afterName)
    }
    position += 1
    skipSpace()
    return HTMLAttribute(name: name, value: value())
  }

  private mutating func value() -> Range<Int> {
    guard position < bytes.count else { return position..<position }
    let quote = bytes[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if isQuoted ? byte == quote : isSpace(byte) || byte == UInt8(ascii: ">") { break }
      position += 1
    }
    let value = start..<position
    if isQuoted { position = min(position + 1, bytes.count) }
    return value
  }

  /// At least one byte long, so that the scan always advances.
  private mutating func name() -> HTMLName {
    let start = position
    var key = HTMLName.Key()
    if position < bytes.count {
      key.append(bytes[position])
      position += 1
    }
    while position < bytes.count, !isSpace(bytes[position]), !endsName(bytes[position]) {
      key.append(bytes[position])
      position += 1
    }
    return HTMLName(key: key, place: start..<position)
  }

  /// A name in lower case.
  func text(of name: HTMLName) -> String { asciiLowercased(bytes[name.place]) }

  private func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }

  /// A `<` that no letter, `/`, `!` or `?` follows is text.
  private func startsMarkup(at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return true
    default: return false
    }
  }

  private func endOfRawText(of element: HTMLName) -> Int {
    var index = position
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index...].dropFirst().first == UInt8(ascii: "/"),
        HTMLName.Key(bytes[index...].dropFirst(2).prefix(element.place.count)) == element.key
      {
        return index
      }
      index += 1
    }
    return index
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func skip(past end: StaticString, from start: Int) {
    end.withUTF8Buffer { end in
      position = min(start, bytes.count)
      while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
      position = min(position + end.count, bytes.count)
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }
}

func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

private func asciiLowercased(_ bytes: ArraySlice<UInt8>) -> String {
  // Names are short enough for strings that need no memory of their own.
  String(unsafeUninitializedCapacity: bytes.count) { buffer in
    for (index, byte) in zip(buffer.indices, bytes) {
      buffer[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    return bytes.count
  }
}
