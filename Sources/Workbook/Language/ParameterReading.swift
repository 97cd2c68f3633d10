import SourceText

/// A line of a `params` fence.
enum PageParameter: Hashable, Sendable {
  /// `toggle cost "Cost" | tokens "Tokens" = cost`.
  case toggle(choices: [Toggle.Choice], standard: Int)
  /// `filter query.column`: a choice of the column's texts above the query's grid.
  case filter(query: String, column: String)

  /// - Parameter text: What stands after the name and its colon.
  init(_ text: String) throws(TemplateError) {
    let kind = text.prefix { !$0.isWhitespace }
    let rest = trimmed(text.dropFirst(kind.count))
    switch kind {
    case "toggle":
      self = try toggleParameter(rest)
    case "filter":
      let parts = rest.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts.allSatisfy(isName) else { throw .malformedParameter(text) }
      self = .filter(query: parts[0], column: parts[1])
    default:
      throw .malformedParameter(text)
    }
  }
}

private func toggleParameter(_ text: String) throws(TemplateError) -> PageParameter {
  let halves = parts(of: text, separator: "=")
  guard halves.count <= 2 else { throw .malformedParameter(text) }
  let parts = parts(of: halves[0], separator: "|")
  guard (2...Toggle.choiceLimit).contains(parts.count) else {
    throw .choiceCount(parts.count, limit: Toggle.choiceLimit)
  }
  var choices: [Toggle.Choice] = []
  for part in parts {
    guard let choice = try choice(part) else { throw .malformedParameter(text) }
    choices.append(choice)
  }
  for (index, choice) in choices.enumerated()
  where choices[..<index].contains(where: { $0.value == choice.value }) {
    throw .choiceTwice(choice.value)
  }
  guard halves.count == 2 else { return .toggle(choices: choices, standard: 0) }
  let wanted = words(of: halves[1])
  guard wanted.count == 1 else { throw .malformedParameter(text) }
  guard let standard = choices.firstIndex(where: { $0.value == wanted[0].text }) else {
    throw .unknownChoice(wanted[0].text, key: "choice", known: choices.map(\.value))
  }
  return .toggle(choices: choices, standard: standard)
}

/// `cost "Cost"`, `"30 days"` or `cost`.
/// - Returns: nil for anything else.
private func choice(_ text: String) throws(TemplateError) -> Toggle.Choice? {
  let words = words(of: text)
  if let value = words.first?.text, value.count > TemplateLimits.nameLength {
    throw .longChoice(value, limit: TemplateLimits.nameLength)
  }
  switch (words.count, words.first, words.last) {
  case (1, let word?, _):
    return Toggle.Choice(
      value: word.text, label: word.isQuoted ? word.text : label(of: word.text))
  case (2, let word?, let label?) where label.isQuoted:
    return Toggle.Choice(value: word.text, label: label.text)
  default:
    return nil
  }
}

private func words(of text: String) -> [(text: String, isQuoted: Bool)] {
  var words: [(text: String, isQuoted: Bool)] = []
  var rest = text[...].drop(while: \.isWhitespace)
  while let first = rest.first {
    if first == "\"" {
      let word = rest.dropFirst().prefix { $0 != "\"" }
      words.append((String(word), true))
      rest = rest.dropFirst(word.count + 2)
    } else {
      let word = rest.prefix { !$0.isWhitespace && $0 != "\"" }
      words.append((String(word), false))
      rest = rest.dropFirst(word.count)
    }
    rest = rest.drop(while: \.isWhitespace)
  }
  return words.filter { !$0.text.isEmpty }
}
