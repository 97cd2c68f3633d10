import Foundation

/// A query cut into its string literals and the rest, by the rules of KQL and nothing of ours.
struct LiteralScan {
  /// What the literals say, in order.
  private(set) var literals: [String] = []
  /// The query with `""` for every literal.
  private(set) var rest = ""

  /// - Throws: where a literal does not end on its line, or escapes what KQL does not know.
  init(_ query: String) throws {
    var scalars = Array(query.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\"" else {
        rest.unicodeScalars.append(scalar)
        continue
      }
      literals.append(try Self.literal(&scalars))
      rest += "\"\""
    }
  }

  private static func literal(_ scalars: inout ArraySlice<Unicode.Scalar>) throws -> String {
    var text = ""
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"": return text
      case "\n", "\r": throw LiteralError.brokenLine
      case "\\": text.unicodeScalars.append(try escaped(&scalars))
      default: text.unicodeScalars.append(scalar)
      }
    }
    throw LiteralError.noEnd
  }

  private static func escaped(_ scalars: inout ArraySlice<Unicode.Scalar>) throws -> Unicode.Scalar
  {
    guard let scalar = scalars.popFirst() else { throw LiteralError.noEnd }
    switch scalar {
    case "\"", "\\": return scalar
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let digits = String(String.UnicodeScalarView(scalars.prefix(4)))
      scalars = scalars.dropFirst(4)
      guard let value = UInt32(digits, radix: 16), let read = Unicode.Scalar(value) else {
        throw LiteralError.unknownEscape
      }
      return read
    default: throw LiteralError.unknownEscape
    }
  }
}

enum LiteralError: Error {
  case brokenLine
  case noEnd
  case unknownEscape
}
