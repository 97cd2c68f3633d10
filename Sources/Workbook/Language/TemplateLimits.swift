import SourceText

/// What bounds the work that a template can give a build. Each is far more than a page that people
/// read has.
enum TemplateLimits {
  static let bytes = 1_000_000
  /// Of a page with its partials.
  static let lines = 20_000
  static let lineBytes = 4_000
  /// Without a blank one between them.
  static let linesTogether = 1_000
  /// Of blocks, and of words marked inside words.
  static let depth = 40
  /// Of names, and of what a toggle's choice is called in queries.
  static let nameLength = 64
  static let queries = 100
  /// Of a query with all that it reads. SQLite compiles each as often as it is read.
  static let readings = 1_000
  static let steps = 100
  /// Of a grid, and of a table in Markdown.
  static let columns = 100
}

/// What is beyond a limit in a template's size.
func excess(of template: TemplateFile) -> Diagnostic? {
  let bytes = template.text.utf8.count
  guard bytes > TemplateLimits.bytes else { return nil }
  return Diagnostic(
    .tooLarge(bytes: bytes, limit: TemplateLimits.bytes),
    in: SourceFile(name: template.name, text: ""), at: nil)
}

/// The first thing in a file that is beyond a limit.
func excess(in file: SourceFile) -> Diagnostic? {
  guard file.lineCount <= TemplateLimits.lines else {
    return Diagnostic(.tooManyLines(limit: TemplateLimits.lines), in: file, at: nil)
  }
  var linesTogether = 0
  for number in 1...max(file.lineCount, 1) {
    let line = file.line(number)
    linesTogether = line.utf8.allSatisfy(isBlank) ? 0 : linesTogether + 1
    let error: TemplateError? =
      if line.utf8.count > TemplateLimits.lineBytes {
        .longLine(bytes: line.utf8.count, limit: TemplateLimits.lineBytes)
      } else if linesTogether > TemplateLimits.linesTogether {
        .tooManyLinesTogether(limit: TemplateLimits.linesTogether)
      } else if openedBlocks(line) > TemplateLimits.depth {
        .tooDeep(limit: TemplateLimits.depth)
      } else if columns(line) > TemplateLimits.columns {
        .tooManyColumns(limit: TemplateLimits.columns)
      } else {
        nil
      }
    if let error {
      return Diagnostic(error, in: file, at: SourcePosition(line: number, column: 1))
    }
  }
  return nil
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 0x09 }

/// The quotations and lists that a line may begin.
private func openedBlocks(_ line: String) -> Int {
  var count = 0
  for (byte, next) in zip(line.utf8, Array(line.utf8.dropFirst()) + [UInt8(ascii: " ")]) {
    switch byte {
    case UInt8(ascii: ">"): count += 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
      UInt8(ascii: ")"):
      if isBlank(next) { count += 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
    case _ where isBlank(byte): continue
    default: return count
    }
  }
  return count
}

/// The columns that a line begins a Markdown table with.
private func columns(_ line: String) -> Int {
  let isBeginning = line.utf8.allSatisfy { byte in
    isBlank(byte) || "|-:>+*.)0123456789".utf8.contains(byte)
  }
  return isBeginning ? line.utf8.count { $0 == UInt8(ascii: "|") } - 1 : 0
}
