import SourceText

extension ValueNames {
  /// Reads `path ?? fallback | format`; `??` binds first.
  func expression(_ mark: ValueMark) throws(TemplateError) -> ValueExpression {
    let halves = parts(of: mark.text, separator: "|")
    guard halves.count <= 2 else { throw .malformedValue(mark.text) }
    let operands = parts(of: halves[0], separator: "??")
    guard operands.count <= 2, !operands[0].isEmpty else { throw .malformedValue(mark.text) }
    return ValueExpression(
      path: try path(operands[0]),
      fallback: operands.count == 2 ? try fallback(operands[1]) : nil,
      format: halves.count == 2 ? try valueFormat(named: halves[1]) : .text,
      position: mark.position)
  }

  private func fallback(_ text: String) throws(TemplateError) -> ValueExpression.Fallback {
    if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
      return .text(String(text.dropFirst().dropLast()))
    }
    return .path(try path(text))
  }
}

func valueFormat(named name: String) throws(TemplateError) -> ValueFormat {
  guard let format = ValueFormat(rawValue: name) else {
    throw .unknownFormat(name, known: ValueFormat.allCases.map(\.rawValue))
  }
  return format
}

/// Parts between separators outside double quotes, without blanks around them.
func parts(of text: String, separator: String) -> [String] {
  var parts = [""]
  var isQuoted = false
  var rest = text[...]
  while let character = rest.first {
    if !isQuoted, rest.hasPrefix(separator) {
      parts.append("")
      rest = rest.dropFirst(separator.count)
      continue
    }
    if character == "\"" { isQuoted.toggle() }
    parts[parts.count - 1].append(character)
    rest = rest.dropFirst()
  }
  return parts.map(trimmed)
}

func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop(while: \.isWhitespace)
  let end = start.reversed().drop(while: \.isWhitespace)
  return String(String(end.reversed()))
}
