import SourceText

/// A `{{ … }}` of a template, with its place in the file.
struct ValueMark: Hashable, Sendable {
  /// What stands between the braces.
  let text: String
  let position: SourcePosition
}

/// Template text whose values are replaced by marks that Markdown does not interpret, so that a
/// value may stand anywhere: `|` in a table cell and blanks in a link target included.
///
/// A mark is a number between two private-use characters. Lines keep their numbers.
struct MarkedText: Hashable, Sendable {
  let text: String
  let marks: [ValueMark]

  static let opening: Character = "\u{E000}"
  static let closing: Character = "\u{E001}"

  /// - Parameters:
  ///   - firstLine: the line of the file that `source` starts on, counted from 1.
  ///   - firstColumn: the column of that line that `source` starts in, counted from 1.
  init(_ source: some StringProtocol, firstLine: Int, firstColumn: Int = 1) {
    var marked = ""
    var marks: [ValueMark] = []
    for (offset, line) in lines(of: source).enumerated() {
      if offset > 0 { marked.append("\n") }
      var rest = line[...]
      while let open = rest.firstRange(of: "{{"),
        let close = rest[open.upperBound...].firstRange(of: "}}")
      {
        marked += rest[..<open.lowerBound]
        marked += "\(Self.opening)\(marks.count)\(Self.closing)"
        let column =
          line.distance(from: line.startIndex, to: open.lowerBound)
          + (offset == 0 ? firstColumn : 1)
        marks.append(
          ValueMark(
            text: String(rest[open.upperBound..<close.lowerBound]),
            position: SourcePosition(line: firstLine + offset, column: column)))
        rest = rest[close.upperBound...]
      }
      marked += rest
    }
    text = marked
    self.marks = marks
  }

  /// Splits text that came out of the Markdown parser at its marks.
  func pieces(of parsed: some StringProtocol) -> [MarkedPiece] {
    var pieces: [MarkedPiece] = []
    var rest = Substring(parsed)
    while let open = rest.firstIndex(of: Self.opening),
      let close = rest[open...].firstIndex(of: Self.closing),
      let number = Int(rest[rest.index(after: open)..<close]), marks.indices.contains(number)
    {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.value(marks[number]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}

/// Literal text or a value, in the order they are written.
enum MarkedPiece: Hashable, Sendable {
  case text(String)
  case value(ValueMark)
}

/// Lines without their ends, `\r\n` included.
func lines(of text: some StringProtocol) -> [Substring] {
  Substring(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
}
