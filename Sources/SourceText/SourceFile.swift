/// A text file that mistakes are reported in.
package struct SourceFile: Hashable, Sendable {
  /// As people are shown it, such as `Templates/team.md`.
  package let name: String
  package let text: String
  /// Where each line begins, in UTF-8 bytes of `text`.
  private let lineStarts: [Int]
  /// Where each line was written; empty where all of them are this file's own.
  private let origins: [LineOrigin]

  /// - Parameter origins: One per line of a text put together from several files; empty for a text
  ///   that is one file.
  package init(name: String, text: String, origins: [LineOrigin] = []) {
    var native = text
    // Offsets into contiguous UTF-8 are found without counting from the beginning.
    native.makeContiguousUTF8()
    self.name = name
    self.text = native
    self.origins = origins
    lineStarts = beginnings(ofLinesIn: native.utf8)
  }

  /// Reads UTF-8, with or without a byte order mark, as ``composed(_:)`` text.
  /// - Throws: A diagnostic with the line of the first byte that is not UTF-8.
  package init(name: String, bytes: some Collection<UInt8>) throws(Diagnostic) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : Array(bytes)
    guard let text = String(validating: content, as: UTF8.self) else {
      let valid = SourceFile(name: name, text: longestUTF8Prefix(of: content))
      throw Diagnostic(
        "not UTF-8 text", in: valid, at: valid.position(utf8Offset: valid.text.utf8.count),
        remedy: "save the file as UTF-8; in a spreadsheet program: 'CSV UTF-8'")
    }
    self.init(name: name, text: composed(text))
  }

  package var lineCount: Int { lineStarts.count }

  /// A line without its line break; empty where there is no such line.
  /// - Parameter number: From 1.
  package func line(_ number: Int) -> String {
    guard lineStarts.indices.contains(number - 1) else { return "" }
    let end = number < lineStarts.count ? lineStarts[number] : text.utf8.count
    let bytes = slice(from: lineStarts[number - 1], to: end).utf8
    let breaks = bytes.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
    return String(slice(from: lineStarts[number - 1], to: end - breaks))
  }

  /// The file and line that people have to open to change a line.
  /// - Parameter number: From 1.
  package func origin(ofLine number: Int) -> LineOrigin {
    origins.indices.contains(number - 1)
      ? origins[number - 1] : LineOrigin(file: name, line: number)
  }

  /// - Parameter utf8Offset: In bytes of `text`, at the beginning of a Unicode scalar.
  package func position(utf8Offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= utf8Offset { low = middle } else { high = middle }
    }
    let before = slice(from: lineStarts[low], to: utf8Offset)
    // Finding the characters is slow; in ASCII each byte is one.
    let isASCII = before.utf8.allSatisfy { $0 < 0x80 }
    return SourcePosition(
      line: low + 1, column: (isASCII ? before.utf8.count : before.count) + 1)
  }

  private func slice(from start: Int, to end: Int) -> Substring {
    let utf8 = text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: start)
    return text[first..<utf8.index(first, offsetBy: end - start)]
  }
}

/// Where a line of a text was written.
package struct LineOrigin: Hashable, Sendable {
  package let file: String
  /// From 1.
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

private func beginnings(ofLinesIn bytes: String.UTF8View) -> [Int] {
  var starts = [0]
  var previous: UInt8 = 0
  for (offset, byte) in bytes.enumerated() {
    if previous == 0x0A || (previous == 0x0D && byte != 0x0A) { starts.append(offset) }
    previous = byte
  }
  if previous == 0x0A || previous == 0x0D { starts.append(bytes.count) }
  return starts
}

private func longestUTF8Prefix(of bytes: [UInt8]) -> String {
  var parser = Unicode.UTF8.ForwardParser()
  var remaining = bytes.makeIterator()
  var text = String.UnicodeScalarView()
  while case .valid(let scalar) = parser.parseScalar(from: &remaining) {
    text.append(Unicode.UTF8.decode(scalar))
  }
  return String(text)
}
