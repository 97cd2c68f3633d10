extension QueryDefinition {
  /// How many selects SQLite has to compile for the query: its own and, for each time that an
  /// earlier query or a table expression is read, all that belong to that.
  ///
  /// Two readings of a query with two readings of a third are seven selects; twenty such steps are
  /// a million.
  ///
  /// - Parameters:
  ///   - earlier: The counts of earlier queries, by name.
  ///   - limit: Counting ends here.
  func readings(of earlier: [String: Int], limit: Int) -> Int {
    let expressions = tableExpressionsByOpening
    var known = earlier
    // Of the parentheses that are open, with the table expression that each is, innermost last.
    var counts: [(count: Int, expression: String?)] = [(1, nil)]
    for (index, token) in tokens.enumerated() {
      if token.isPunctuation("(") {
        counts.append((0, expressions[index]?.text.lowercased()))
      } else if token.isPunctuation(")"), counts.count > 1, let closed = counts.popLast() {
        if let expression = closed.expression {
          known[expression] = closed.count + 1
        } else {
          counts[counts.count - 1].count += closed.count
        }
      } else if isTable(index) {
        counts[counts.count - 1].count += known[token.text.lowercased()] ?? 0
      }
      counts[counts.count - 1].count = min(counts[counts.count - 1].count, limit)
    }
    return min(counts.reduce(0) { $0 + $1.count }, limit)
  }

  /// Whether a name may be that of a table: not `spent` in `spent.cost`, nor `cost`.
  private func isTable(_ index: Int) -> Bool {
    guard tokens[index].kind == .name else { return false }
    let isPrefix = index + 1 < tokens.count && tokens[index + 1].isPunctuation(".")
    let isColumn = index > 0 && tokens[index - 1].isPunctuation(".")
    return !isPrefix && !isColumn
  }
}
