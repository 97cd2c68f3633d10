import Analysis
import Charts
import SourceText
import Tables
import UsageModel

/// A line chart's numbers over its window.
struct LineContent {
  /// Six lines can be told apart.
  static let mostLines = 6

  /// The largest line first.
  let columns: LineColumns
  /// The amounts of the period before; nil where they are not asked for.
  let before: LineColumns.Line?
  /// One per line.
  let strokes: [LineStroke]
  /// Of the table: one per line, and that of the period before.
  let headings: [String]
  private let asOf: CalendarDay

  /// - Returns: nil where the query has no rows.
  init?(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
    let beforeColumn = chart.roles[.before]
    let wanted = [chart.x, chart.y, chart.series, chart.colour, beforeColumn]
    for column in wanted.compactMap(\.self) {
      _ = try step.index(of: column)
    }
    try checkSingle(chart, step)
    guard !step.table.rows.isEmpty else { return nil }
    let site = step.scope.site
    asOf = site.facts.asOf
    (columns, before) = try step.analysed { () throws(AnalysisError) in
      try lines(chart, step.table, site)
    }
    guard columns.lines.count <= Self.mostLines else {
      throw Diagnostic(
        .unformattable(
          "the chart has \(columns.lines.count) lines, and more than \(Self.mostLines) cannot be "
            + "told apart",
          remedy: "lines cannot be added up to one of the others: keep \(Self.mostLines) in the "
            + "query, or choose 'small-multiples'"),
        in: step.scope.file, at: chart.series?.position ?? step.step.position)
    }
    let slots = colourSlots(wanted: columns.lines.map(\.wantedSlot))
    strokes = columns.lines.indices.map { index in
      if beforeColumn != nil { return .now }
      guard chart.series != nil else { return .neutral }
      return slots[index].flatMap(SeriesColour.init).map { .entity($0) } ?? .neutral
    }
    headings =
      columns.lines.map { chart.series == nil ? label(of: chart.y.name) : $0.name }
      + (beforeColumn.map { [label(of: $0.name)] } ?? [])
  }

  func isFuture(_ index: Int) -> Bool { asOf < columns.periods[index].days.lowerBound }
}

/// Which of several entities would the period before belong to?
private func checkSingle(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
  guard let before = chart.roles[.before], chart.series != nil else { return }
  throw Diagnostic(
    .unformattable(
      "a line chart has a 'series' or a 'before', not both",
      remedy: "remove 'before', or 'series' and all rows but those of one line"),
    in: step.scope.file, at: before.position)
}

private func lines(
  _ chart: ChartDefinition, _ table: Table, _ site: SiteScope
) throws(AnalysisError) -> (LineColumns, before: LineColumns.Line?) {
  let slots = try calendarSlots(chart, table, site)
  let names = calendarNames(chart)
  var columns: LineColumns
  if chart.format.isAdditive {
    let completed = try completeColumns(of: table, reading: names, over: slots)
    let ranked = try topSeries(completed, limit: completed.series.count)
    // Nobody could say which weeks the period before has.
    columns = LineColumns(chart.roles[.before] == nil ? try weeklyWhereLong(ranked) : ranked)
  } else {
    columns = try measuredLines(of: table, reading: names, over: slots)
    columns.lines.sort { left, right in
      let (left, right) = (rank(left), rank(right))
      return (right.number, left.name) < (left.number, right.name)
    }
  }
  return (masked(columns, after: site.facts.asOf), try before(chart, table, slots))
}

/// Without zeros and unknowns where nothing can be known yet.
private func masked(_ columns: LineColumns, after asOf: CalendarDay) -> LineColumns {
  var columns = columns
  for line in columns.lines.indices {
    for (index, period) in columns.periods.enumerated() where asOf < period.days.lowerBound {
      columns.lines[line].values[index] = nil
    }
  }
  return columns
}

private func before(
  _ chart: ChartDefinition, _ table: Table, _ slots: CalendarSlots
) throws(AnalysisError) -> LineColumns.Line? {
  guard let column = chart.roles[.before] else { return nil }
  guard chart.format.isAdditive else {
    return try measuredLines(
      of: table, reading: CalendarColumnNames(day: chart.x.name, amount: column.name),
      over: slots
    ).lines.first
  }
  let sums = try sumPerSlot(of: table, column: column.name, day: chart.x.name, over: slots)
  return LineColumns.Line(
    name: "", values: sums.map { $0.map(Cell.integer) })
}

private func rank(_ line: LineColumns.Line) -> (number: Double, name: String) {
  (line.newest.flatMap { line.values[$0]?.number } ?? 0, line.name)
}
