/// One step through a JSON text. Bytes are valid during the call that hands them over.
enum JSONEvent {
  case beginObject, endObject, beginArray, endArray
  case key(UnsafeRawBufferPointer)
  /// Its escapes are resolved.
  case string(UnsafeRawBufferPointer)
  case number(UnsafeRawBufferPointer)
  case bool(Bool)
  case null
}

/// Why an answer is not the JSON it should be.
enum JSONProblem: Error, Hashable {
  /// The place of the byte, from 0.
  case unexpectedByte(at: Int)
  case endsEarly
  case tooDeep(at: Int)
  /// Digits and signs that are none, such as `01` or `1.`.
  case notNumber
}

/// Takes a JSON text apart piece by piece, as it comes out of a connection.
struct JSONTokens {
  private enum Expected {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
  }

  private enum Token {
    case none, text, number, word
  }

  private static let deepest = 64

  private var expected = Expected.value
  private var token = Token.none
  private var escape = TextEscape()
  /// The part of a token that earlier pieces brought, or a text with escapes.
  private var scratch: [UInt8] = []
  private var isInObject: [Bool] = []
  private var consumed = 0

  /// - Throws: ``JSONProblem``, or what `receive` throws.
  mutating func feed(
    _ bytes: UnsafeRawBufferPointer, _ receive: (JSONEvent) throws -> Void
  ) throws {
    var place = 0
    while place < bytes.count {
      switch token {
      case .none: try begin(bytes, &place, receive)
      case .text: try readText(bytes, &place, receive)
      case .number: try readNumber(bytes, &place, receive)
      case .word: try readWord(bytes, &place, receive)
      }
    }
    consumed += bytes.count
  }

  /// - Throws: ``JSONProblem`` where the text has not come to its end.
  mutating func finish(_ receive: (JSONEvent) throws -> Void) throws {
    if token == .number { try endNumber(receive) }
    guard expected == .nothing, token == .none else { throw JSONProblem.endsEarly }
  }

  private mutating func begin(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ receive: (JSONEvent) throws -> Void
  ) throws {
    let byte = bytes[place]
    switch (byte, expected) {
    case (0x20, _), (0x09, _), (0x0A, _), (0x0D, _): place += 1
    case (UInt8(ascii: "\""), .value), (UInt8(ascii: "\""), .valueOrEnd),
      (UInt8(ascii: "\""), .key), (UInt8(ascii: "\""), .keyOrEnd):
      token = .text
      place += 1
    case (UInt8(ascii: "{"), .value), (UInt8(ascii: "{"), .valueOrEnd):
      try open(isObject: true, at: place)
      place += 1
      try receive(.beginObject)
    case (UInt8(ascii: "["), .value), (UInt8(ascii: "["), .valueOrEnd):
      try open(isObject: false, at: place)
      place += 1
      try receive(.beginArray)
    case (UInt8(ascii: "}"), .keyOrEnd), (UInt8(ascii: "}"), .commaOrEnd):
      try close(isObject: true, at: place)
      place += 1
      try receive(.endObject)
    case (UInt8(ascii: "]"), .valueOrEnd), (UInt8(ascii: "]"), .commaOrEnd):
      try close(isObject: false, at: place)
      place += 1
      try receive(.endArray)
    case (UInt8(ascii: ","), .commaOrEnd):
      expected = isInObject.last == true ? .key : .value
      place += 1
    case (UInt8(ascii: ":"), .colon):
      expected = .value
      place += 1
    case (UInt8(ascii: "-"), .value), (UInt8(ascii: "-"), .valueOrEnd),
      (0x30...0x39, .value), (0x30...0x39, .valueOrEnd):
      token = .number
    case (UInt8(ascii: "t"), .value), (UInt8(ascii: "f"), .value), (UInt8(ascii: "n"), .value),
      (UInt8(ascii: "t"), .valueOrEnd), (UInt8(ascii: "f"), .valueOrEnd),
      (UInt8(ascii: "n"), .valueOrEnd):
      token = .word
    default: throw JSONProblem.unexpectedByte(at: consumed + place)
    }
  }

  private mutating func open(isObject: Bool, at place: Int) throws {
    guard isInObject.count < Self.deepest else { throw JSONProblem.tooDeep(at: consumed + place) }
    isInObject.append(isObject)
    expected = isObject ? .keyOrEnd : .valueOrEnd
  }

  private mutating func close(isObject: Bool, at place: Int) throws {
    guard isInObject.popLast() == isObject else {
      throw JSONProblem.unexpectedByte(at: consumed + place)
    }
    expected = isInObject.isEmpty ? .nothing : .commaOrEnd
  }

  private mutating func readText(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ receive: (JSONEvent) throws -> Void
  ) throws {
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if escape.isOpen {
        guard escape.take(byte, into: &scratch) else {
          throw JSONProblem.unexpectedByte(at: consumed + place)
        }
        place += 1
        // What follows an escape is read from there.
        if !escape.isOpen { return }
        continue
      }
      guard byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 else { break }
      place += 1
    }
    if escape.isOpen { return }
    let plain = UnsafeRawBufferPointer(rebasing: bytes[start..<place])
    guard place < bytes.count else {
      scratch += plain
      return
    }
    switch bytes[place] {
    case UInt8(ascii: "\""):
      place += 1
      if scratch.isEmpty {
        try endText(plain, receive)
      } else {
        scratch += plain
        try scratch.withUnsafeBytes { try endText($0, receive) }
        scratch.removeAll(keepingCapacity: true)
      }
    case UInt8(ascii: "\\"):
      scratch += plain
      place += 1
      escape.open()
    default: throw JSONProblem.unexpectedByte(at: consumed + place)
    }
  }

  private mutating func endText(
    _ text: UnsafeRawBufferPointer, _ receive: (JSONEvent) throws -> Void
  ) throws {
    token = .none
    if expected == .key || expected == .keyOrEnd {
      expected = .colon
      try receive(.key(text))
    } else {
      endValue()
      try receive(.string(text))
    }
  }

  private mutating func readNumber(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ receive: (JSONEvent) throws -> Void
  ) throws {
    let start = place
    while place < bytes.count, isPartOfJSONNumber(bytes[place]) { place += 1 }
    scratch += bytes[start..<place]
    if place < bytes.count { try endNumber(receive) }
  }

  private mutating func endNumber(_ receive: (JSONEvent) throws -> Void) throws {
    guard isJSONNumber(scratch) else { throw JSONProblem.notNumber }
    token = .none
    endValue()
    try scratch.withUnsafeBytes { try receive(.number($0)) }
    scratch.removeAll(keepingCapacity: true)
  }

  private mutating func readWord(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ receive: (JSONEvent) throws -> Void
  ) throws {
    while place < bytes.count {
      scratch.append(bytes[place])
      place += 1
      let event: JSONEvent
      switch scratch {
      case Array("true".utf8): event = .bool(true)
      case Array("false".utf8): event = .bool(false)
      case Array("null".utf8): event = .null
      case _ where scratch.count > 4: throw JSONProblem.unexpectedByte(at: consumed + place - 1)
      default: continue
      }
      scratch.removeAll(keepingCapacity: true)
      token = .none
      endValue()
      try receive(event)
      return
    }
  }

  private mutating func endValue() {
    expected = isInObject.isEmpty ? .nothing : .commaOrEnd
  }
}
