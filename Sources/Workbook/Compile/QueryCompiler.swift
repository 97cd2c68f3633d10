import SourceText

/// What queries of one template may mention.
private struct QueryEnvironment {
  /// View name → columns.
  let views: [String: [String]]
  /// The parameters of the page's keys.
  let pageKeys: [String]
  /// Known where the query stands.
  let toggles: [String]

  static let dates = ["as_of", "this_month", "last_month"]

  var parameters: [String] { Self.dates + pageKeys + toggles }
}

/// Checks the queries of a template against each other, and puts each behind those it reads.
///
/// - Parameters:
///   - views: View name → columns.
///   - keys: The parameters of the page's keys.
func compiledQueries(
  _ placed: [PlacedQuery], in views: [String: [String]], keys: [String],
  parameters: PageParameters, mistakes: inout TemplateMistakes
) -> [CompiledQuery] {
  var compiled: [CompiledQuery] = []
  // What each query costs those that read it.
  var readings: [String: Int] = [:]
  let definitions = placed.map(\.definition)
  for (index, query) in definitions.enumerated() {
    let toggles = parameters.toggles(in: placed[index].scopes).map(\.name)
    let environment = QueryEnvironment(views: views, pageKeys: keys, toggles: toggles)
    let earlier = Array(definitions[..<index])
    let later = Set(definitions[index...].map(\.name))
    checkName(of: query, earlier: earlier, views: environment.views, mistakes: &mistakes)
    check(query, later: later, in: environment, mistakes: &mistakes)
    let taken = Set(environment.views.keys).union(earlier.map(\.name))
    for token in query.tableExpressions where taken.contains(token.text.lowercased()) {
      mistakes.report(.tableExpressionName(token.text), at: query.position(of: token))
    }
    let limit = TemplateLimits.readings
    let count = query.readings(of: readings, limit: limit + 1)
    if count > limit {
      mistakes.report(.tooManyReadings(query.name, limit: limit), at: query.position)
    }
    // The mistake is the first one's, not that of the queries which read it.
    readings[query.name] = count > limit ? 1 : count
    let whole = CompiledQuery(query, reading: earlier, toggles: Set(toggles))
    let known = query.parameters.union(environment.parameters)
    for parameter in whole.parameters.subtracting(known).sorted() {
      mistakes.report(.toggleOutsideGroup(parameter, query: query.name), at: query.position)
    }
    compiled.append(whole)
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
    let place = mistakes.place(first.position.line, from: query.position.line)
    mistakes.report(.queryNamedTwice(query.name, first: place), at: query.position)
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
