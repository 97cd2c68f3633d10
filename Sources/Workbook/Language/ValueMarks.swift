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
/// A mark is a number between two private-use characters, which the text itself cannot hold. Lines
/// keep their numbers.
struct MarkedText: Hashable, Sendable {
  let text: String
  let marks: [ValueMark]

  private static let opening: Unicode.Scalar = "\u{E000}"
  private static let closing: Unicode.Scalar = "\u{E001}"
  /// What a text cannot hold.
  private static let marks = [opening, closing, disarmingMark]

  /// - Parameters:
  ///   - firstLine: the line of the file that `source` starts on, counted from 1.
  ///   - firstColumn: the column of that line that `source` starts in, counted from 1.
  init(_ source: some StringProtocol, firstLine: Int, firstColumn: Int = 1) {
    var marked = ""
    var marks: [ValueMark] = []
    for (offset, line) in lines(of: Self.withoutMarks(source)).enumerated() {
      if offset > 0 { marked.append("\n") }
      var rest = line
      var column = offset == 0 ? firstColumn : 1
      while let open = rest.firstRange(of: "{{"),
        let close = rest[open.upperBound...].firstRange(of: "}}")
      {
        marked += rest[..<open.lowerBound]
        marked += "\(Self.opening)\(marks.count)\(Self.closing)"
        column += rest.distance(from: rest.startIndex, to: open.lowerBound)
        marks.append(
          ValueMark(
            text: String(rest[open.upperBound..<close.lowerBound]),
            position: SourcePosition(line: firstLine + offset, column: column)))
        column += rest.distance(from: open.lowerBound, to: close.upperBound)
        rest = rest[close.upperBound...]
      }
      marked += rest
    }
    text = marked
    self.marks = marks
  }

  private static func withoutMarks(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: marks.contains) else { return String(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(marks.contains(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  /// Whether a value is in the text.
  static func isValue(in marked: some StringProtocol) -> Bool {
    marked.unicodeScalars.contains(opening)
  }

  /// Splits text that came out of the Markdown parser at its marks.
  func pieces(of parsed: some StringProtocol) -> [MarkedPiece] {
    var pieces: [MarkedPiece] = []
    // By scalar: an accent behind a mark would make another character of it.
    var rest = Substring(parsed).unicodeScalars
    while let open = rest.firstIndex(of: Self.opening),
      let close = rest[open...].firstIndex(of: Self.closing),
      let number = Int(Substring(rest[rest.index(after: open)..<close])),
      marks.indices.contains(number)
    {
      if open > rest.startIndex { pieces.append(.text(String(Substring(rest[..<open])))) }
      pieces.append(.value(marks[number]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(Substring(rest)))) }
    return pieces
  }

  /// The text with its values as they are written.
  func original(of parsed: some StringProtocol) -> String {
    pieces(of: parsed).map { piece in
      switch piece {
      case .text(let text): text
      case .value(let mark): "{{" + mark.text + "}}"
      }
    }.joined()
  }
}

/// Literal text or a value, in the order they are written.
enum MarkedPiece: Hashable, Sendable {
  case text(String)
  case value(ValueMark)
}

/// Lines without their ends. Other characters that some programs break lines at, such as form
/// feeds, break none: Markdown, SQL and messages have to count alike.
func lines(of text: some StringProtocol) -> [Substring] {
  Substring(text).split(omittingEmptySubsequences: false, whereSeparator: isLineEnd)
}

func isLineEnd(_ character: Character) -> Bool {
  character == "\n" || character == "\r\n" || character == "\r"
}
