import SourceText

/// What queries of one template may mention.
struct QueryEnvironment {
  /// View name → columns.
  let views: [String: [String]]
  /// The page key's parameter, where the template has `for-each`.
  let pageKey: String?

  static let dates = ["as_of", "this_month", "last_month"]

  var parameters: [String] { Self.dates + (pageKey.map { [$0] } ?? []) }
}

/// Checks the queries of a template against each other, and puts each behind those it reads.
func compiledQueries(
  _ definitions: [QueryDefinition], in environment: QueryEnvironment,
  mistakes: inout TemplateMistakes
) -> [CompiledQuery] {
  var compiled: [CompiledQuery] = []
  for (index, query) in definitions.enumerated() {
    let earlier = Array(definitions[..<index])
    let later = Set(definitions[index...].map(\.name))
    checkName(of: query, earlier: earlier, views: environment.views, mistakes: &mistakes)
    check(query, later: later, in: environment, mistakes: &mistakes)
    let taken = Set(environment.views.keys).union(earlier.map(\.name))
    for token in query.tableExpressions where taken.contains(token.text.lowercased()) {
      mistakes.report(.tableExpressionName(token.text), at: query.position(of: token))
    }
    compiled.append(CompiledQuery(query, reading: earlier))
  }
  return compiled
}

private func checkName(
  of query: QueryDefinition, earlier: [QueryDefinition], views: [String: [String]],
  mistakes: inout TemplateMistakes
) {
  let isValid =
    isName(query.name) && query.name == query.name.lowercased()
    && !query.name.hasPrefix("_")
  if !isValid {
    mistakes.report(.queryName(query.name), at: query.position)
  } else if views[query.name] != nil {
    mistakes.report(.queryNamedLikeView(query.name), at: query.position)
  } else if let first = earlier.first(where: { $0.name == query.name }) {
    mistakes.report(
      .queryNamedTwice(query.name, firstLine: first.position.line), at: query.position)
  }
}

private func check(
  _ query: QueryDefinition, later: Set<String>, in environment: QueryEnvironment,
  mistakes: inout TemplateMistakes
) {
  if query.tokens.isEmpty {
    mistakes.report(.emptyFence("query"), at: query.position)
  }
  let ownNames = Set(query.tableExpressions.map { $0.text.lowercased() })
  for token in query.sources where later.subtracting(ownNames).contains(token.text.lowercased()) {
    mistakes.report(
      .readsLaterQuery(token.text.lowercased(), reader: query.name), at: query.position(of: token))
  }
  for token in query.tokens
  where token.kind == .parameter && !environment.parameters.contains(token.text) {
    mistakes.report(
      .unknownParameter(token.text, known: environment.parameters),
      at: query.position(of: token))
  }
  if let limit = query.unorderedLimit {
    mistakes.report(.limitWithoutOrder, at: query.position(of: limit))
  }
}
