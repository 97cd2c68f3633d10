import Analysis
import SourceText
import Tables
import UsageModel

/// A column chart's numbers over its window.
struct ColumnContent {
  /// One series.
  let columns: CalendarColumns
  /// One per period; nil where the chart has none at all.
  let budgets: [Int64?]?
  /// What the newest period is expected to hold when it is over.
  let forecast: Int64?
  let asOf: CalendarDay

  /// - Returns: nil where the query has no rows.
  init?(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
    let budget = chart.roles[.budget]
    let forecast = chart.roles[.forecast]
    for column in [chart.x, chart.y] + [budget, forecast].compactMap(\.self) {
      _ = try step.index(of: column)
    }
    guard !step.table.rows.isEmpty else { return nil }
    let (table, site) = (step.table, step.scope.site)
    asOf = site.facts.asOf
    (columns, budgets, self.forecast) = try step.analysed { () throws(AnalysisError) in
      let slots = try calendarSlots(chart, table, site)
      func further(_ column: ColumnName?) throws(AnalysisError) -> [Int64?]? {
        guard let column else { return nil }
        return try largestPerSlot(
          of: table, column: column.name, day: chart.x.name, over: slots)
      }
      let completed = try completeColumns(of: table, reading: calendarNames(chart), over: slots)
      let shown = try weeklyWhereLong(completed)
      var budgets = try further(budget)
      if shown.grain == .week, let daily = budgets {
        budgets = try weeklyWholes(
          daily, of: slots.periods, column: budget?.name ?? chart.y.name)
      }
      // That of a day says nothing of its week.
      let newest = shown.grain == .week ? nil : try further(forecast)?.last ?? nil
      return (shown, budgets, newest)
    }
  }

  var values: [Int64?] { columns.series.first?.values ?? columns.periods.map { _ in nil } }

  /// Whether the newest month is not over. Days of the data are.
  var isNewestOpen: Bool {
    columns.grain == .month && columns.periods.last.map { asOf < $0.days.upperBound } ?? false
  }

  /// The newest period with a budget.
  var newestBudget: Int? { budgets?.lastIndex { $0 != nil } }
}
