/// Splits CSV text into records and fields.
struct CSVScanner {
  let file: SourceFile
  let delimiter: UInt8
  private(set) var mistakes: [Diagnostic] = []
  private let bytes: [UInt8]
  private var offset = 0

  init(file: SourceFile) {
    self.file = file
    bytes = Array(file.text.utf8)
    delimiter = headerDelimiter(of: bytes)
  }

  mutating func records() -> [CSVRecord] {
    var records: [CSVRecord] = []
    while offset < bytes.count {
      let end = endOfLine(in: bytes, from: offset)
      if isSkipped(bytes[offset..<end]) {
        offset = end
      } else {
        records.append(record())
      }
      skipLineBreak()
    }
    return records
  }

  private func isSkipped(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == numberSign || line.allSatisfy { isBlank($0) || $0 == delimiter }
  }

  private mutating func record() -> CSVRecord {
    var fields = [field()]
    while offset < bytes.count, bytes[offset] == delimiter {
      offset += 1
      fields.append(field())
    }
    return CSVRecord(fields: fields)
  }

  private mutating func field() -> CSVField {
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    guard offset < bytes.count, bytes[offset] == quote else { return unquotedField() }
    return quotedField()
  }

  private mutating func unquotedField() -> CSVField {
    let start = offset
    while !isAtEndOfField { offset += 1 }
    var end = offset
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return CSVField(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      position: file.position(utf8Offset: start))
  }

  private mutating func quotedField() -> CSVField {
    let start = offset
    let position = file.position(utf8Offset: start)
    var content: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      if bytes[offset] != quote {
        content.append(bytes[offset])
        offset += 1
      } else if offset + 1 < bytes.count, bytes[offset + 1] == quote {
        content.append(quote)
        offset += 2
      } else {
        offset += 1
        refuseTextAfterQuote()
        return CSVField(text: String(decoding: content, as: UTF8.self), position: position)
      }
    }
    mistakes.append(
      Diagnostic(
        "the quote that begins here is never closed", in: file, at: position,
        remedy: "close it with a second double quote; write a quote inside a field twice"))
    return CSVField(text: String(decoding: content, as: UTF8.self), position: position)
  }

  private mutating func refuseTextAfterQuote() {
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    guard !isAtEndOfField else { return }
    mistakes.append(
      Diagnostic(
        "text after the closing quote", in: file, at: file.position(utf8Offset: offset),
        remedy: "put the whole field in double quotes, and write a quote inside it twice"))
    while !isAtEndOfField { offset += 1 }
  }

  private var isAtEndOfField: Bool {
    offset >= bytes.count || bytes[offset] == delimiter || isLineBreak(bytes[offset])
  }

  private mutating func skipLineBreak() {
    while offset < bytes.count, isLineBreak(bytes[offset]) { offset += 1 }
  }
}

private let quote = UInt8(ascii: "\"")
private let numberSign = UInt8(ascii: "#")
private let comma = UInt8(ascii: ",")
private let semicolon = UInt8(ascii: ";")

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

private func endOfLine(in bytes: [UInt8], from start: Int) -> Int {
  bytes[start...].firstIndex(where: isLineBreak) ?? bytes.count
}

/// Semicolon where the first line that is neither blank nor a comment holds more of them than
/// commas, outside quotes.
private func headerDelimiter(of bytes: [UInt8]) -> UInt8 {
  let header = bytes.split(whereSeparator: isLineBreak)
    .first {
      $0.first != numberSign && !$0.allSatisfy { isBlank($0) || $0 == comma || $0 == semicolon }
    }
  var isQuoted = false
  var commas = 0
  var semicolons = 0
  for byte in header ?? [] {
    if byte == quote { isQuoted.toggle() }
    if !isQuoted, byte == comma { commas += 1 }
    if !isQuoted, byte == semicolon { semicolons += 1 }
  }
  return semicolons > commas ? semicolon : comma
}
