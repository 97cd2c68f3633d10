import SourceText

/// A query as it is run: on the rows of the earlier queries it reads, or with them in front of it.
struct CompiledQuery: Hashable, Sendable {
  let definition: QueryDefinition
  /// With the earlier queries as table expressions.
  let sql: String
  /// Reads the earlier queries by their names.
  let ownSQL: String
  /// The earlier queries that it names itself, in the order they are written.
  let reads: [String]
  /// The parameters that `sql` binds.
  let parameters: Set<String>
  /// Those of them that are toggles.
  let toggles: Set<String>
  /// Whether rows that cost something are read, here or in an earlier query.
  let readsCharges: Bool

  var name: String { definition.name }

  private static let pricedViews: Set = [
    "charges", "charge_lines", "daily_teams", "daily_features", "monthly", "monthly_lines",
    "people",
  ]

  /// - Parameters:
  ///   - earlier: In the order they are written.
  ///   - toggles: Known where the query stands.
  init(
    _ definition: QueryDefinition, reading earlier: [QueryDefinition], toggles: Set<String> = []
  ) {
    self.definition = definition
    var needed = definition.names
    var read: [QueryDefinition] = []
    for query in earlier.reversed() where needed.contains(query.name) {
      read.insert(query, at: 0)
      needed.formUnion(query.names)
    }
    sql = statement(definition, reading: read)
    ownSQL = withoutSemicolon(definition)
    reads = earlier.map(\.name).filter(definition.names.contains)
    parameters = read.reduce(definition.parameters) { $0.union($1.parameters) }
    self.toggles = parameters.intersection(toggles)
    readsCharges = !needed.isDisjoint(with: Self.pricedViews)
  }
}

private func statement(_ query: QueryDefinition, reading earlier: [QueryDefinition]) -> String {
  guard !earlier.isEmpty else { return withoutSemicolon(query) }
  // The line break ends a comment in a query's last line.
  let expressions = earlier.map { "\"\($0.name)\" as (\(withoutSemicolon($0))\n)" }
  let own = withoutSemicolon(query)
  guard query.tokens.first?.keyword == "with" else {
    return "with " + expressions.joined(separator: ",\n") + "\n" + own
  }
  let isRecursive = query.tokens.dropFirst().first?.keyword == "recursive"
  let start = query.tokens[isRecursive ? 2 : 1].offset
  return "with \(isRecursive ? "recursive " : "")" + expressions.joined(separator: ",\n") + ",\n"
    + own.dropFirst(start)
}

private func withoutSemicolon(_ query: QueryDefinition) -> String {
  guard let last = query.tokens.last, last.text == ";" else { return query.sql }
  return String(query.sql.prefix(last.offset))
}
