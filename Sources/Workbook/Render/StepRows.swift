import Analysis
import ContentHash
import SourceText
import Tables
import UsageModel

/// A step, the rows it shows, and the page it stands on.
struct StepRows {
  let step: CompiledStep
  let table: Table
  let scope: PageScope

  init(_ step: CompiledStep, scope: PageScope) {
    self.step = step
    self.scope = scope
    table = shown(scope.table(of: step.query), by: step, asOf: scope.site.facts.asOf)
  }

  func index(of column: ColumnName) throws(Diagnostic) -> Int {
    guard let index = table.index(of: column.name) else {
      throw Diagnostic(
        .unknownColumn(column.name, of: step.query, known: table.columns), in: scope.file,
        at: column.position)
    }
    return index
  }

  /// An analysis whose error is a mistake of this step.
  func analysed<Result>(
    _ body: () throws(AnalysisError) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(AnalysisError) {
      return try body()
    } catch {
      throw Diagnostic(
        .unformattable(
          error.errorDescription ?? "the rows cannot be shown",
          remedy: error.recoverySuggestion ?? "correct the query"),
        in: scope.file, at: step.position)
    }
  }

  /// What people are to read has an end; a download may be as long as it is.
  func checkLength() throws(Diagnostic) {
    let limit = 100_000
    if case .download = step.kind { return }
    guard table.rows.count > limit else { return }
    throw Diagnostic(
      .sql(
        query: step.query, problem: "there are more than \(limit) rows",
        remedy: "group more, or offer the rows as a 'download'"),
      in: scope.file, at: step.position)
  }

  /// How many decimals an amount of money is shown with.
  func shownDecimals(of format: ValueFormat) -> Int {
    format == .rounded ? 0 : scope.site.facts.minorUnits
  }

  /// Money without a word about what has no price would look complete.
  func checkUnpriced() throws(Diagnostic) {
    let query = scope.template.queries.first { $0.name == step.query }
    guard query?.readsCharges == true, let column = step.moneyColumns.first,
      table.index(of: "unpriced_tokens") == nil
    else { return }
    throw Diagnostic(
      .missingUnpriced(query: step.query, column: column.name), in: scope.file,
      at: column.position)
  }

  /// Says under the step how many of its tokens have no price.
  func unpricedHTML() throws(Diagnostic) -> String {
    guard let column = table.index(of: "unpriced_tokens"), !step.moneyColumns.isEmpty else {
      return ""
    }
    let tokens = try analysed { () throws(AnalysisError) in
      try exactSum(table.rows.map { $0[column] }, of: "unpriced_tokens") ?? 0
    }
    guard tokens > 0 else { return "" }
    let count = try scope.text(.integer(tokens), as: .tokens, at: step.position)
    return "<p class=\"unpriced status status-attention\">\(StatusIcon.attention.markup) <span>"
      + escapedHTML(count)
      + " tokens here have no agreed price yet and are not in these amounts</span></p>\n"
  }

  /// All rows of the query, exact; two steps of one query share the file.
  func csv() -> [UInt8] {
    let table = scope.table(of: step.query)
    // The views' own names for money are money also where no step shows them.
    let money = (scope.template.moneyColumnsByQuery[step.query] ?? [])
      .union(["cost", "price", "amount"])
    let indices = table.columns.indices.filter { money.contains(table.columns[$0]) }
    return csvFile(of: table, moneyColumns: Set(indices))
  }

  /// A query that binds toggles has a file for each of their choices.
  var csvName: String {
    let choices = scope.template.run(of: step.query, choices: scope.choices).choices
    let words = choices.sorted { $0.key < $1.key }.map { "." + slug(of: $0.value) }
    return step.query + words.joined() + ".csv"
  }

  var downloadHTML: String {
    "<p class=\"download\"><a href=\"\(csvName)\" download>Download CSV</a></p>\n"
  }
}

/// Without the rows of days before those that a chart draws.
private func shown(_ table: Table, by step: CompiledStep, asOf: CalendarDay) -> Table {
  guard case .chart(let chart) = step.kind, let days = chart.days,
    let index = table.index(of: chart.x.name)
  else { return table }
  let first = asOf.advanced(by: 1 - max(days, 1))
  return Table(
    columns: table.columns,
    rows: table.rows.filter { row in
      row[index].text.flatMap { CalendarDay($0) }.map { $0 >= first } ?? true
    })
}
