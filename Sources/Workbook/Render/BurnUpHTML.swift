import Analysis
import Charts
import SourceText
import Tables
import UsageModel

/// The running total of a period's days, against its budget, the period before and what is expected.
func burnUpHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  guard let days = try burnUpDays(chart, step) else {
    return try ChartFigure(chart: chart, step: step, period: nil).empty()
  }
  let site = step.scope.site
  let figure = ChartFigure(
    chart: chart, step: step,
    period: site.windowText(days.periods, .day).map { "running total, " + $0 })
  let amounts = ChartAmounts(
    chart, site,
    all: [
      days.actual.end, days.before?.end, days.budget, days.expected?.end, days.low?.end,
      days.high?.end,
    ])
  let labels = try BurnUpTexts(days, amounts, step)
  let formatter = site.formatter
  let drawing = BurnUpChart(
    columns: chartColumns(
      of: CalendarColumns(grain: .day, periods: days.periods, series: []), in: formatter.locale),
    actual: .init(amounts: numbers(days.actual), label: labels.actual),
    before: days.before.map { .init(amounts: numbers($0), label: labels.before) },
    forecast: days.forecast(label: labels.forecast),
    budget: days.budget.map { .init(amount: Double($0), label: labels.budget) },
    idPrefix: figure.id, axisLabels: { formatter.axisLabels(of: $0, as: chart.format) })
  let svgs = [("wide", ChartFrame.wideRunningTotal), ("narrow", .narrowRunningTotal)].map {
    name, frame in
    drawing.svg(frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  let hasNames = drawing.hasDirectLabels(in: .narrowRunningTotal)
  return try figure.html(
    drawing: svgs.joined() + (hasNames ? "" : labels.key(days).html),
    summary: try step.summarised(with: amounts) { words in
      try burnUpSummary(of: days, words: words)
    },
    numbers: try BurnUpTable(days: days, beforeName: labels.before.name, chart: chart, step: step)
      .html())
}

private func burnUpDays(
  _ chart: ChartDefinition, _ step: StepRows
) throws(Diagnostic) -> BurnUpDays? {
  func name(_ role: ChartRole) throws(Diagnostic) -> String? {
    guard let column = chart.roles[role] else { return nil }
    _ = try step.index(of: column)
    return column.name
  }
  _ = try step.index(of: chart.x)
  _ = try step.index(of: chart.y)
  var names = BurnUpColumnNames(day: chart.x.name, amount: chart.y.name)
  names.before = try name(.before)
  names.expected = try name(.forecast)
  names.low = try name(.low)
  names.high = try name(.high)
  names.budget = try name(.budget)
  let site = step.scope.site
  let window = try step.analysed { () throws(AnalysisError) in
    try Analysis.window(of: step.table, day: chart.x.name)
  }
  if let window, window.count > 400 {
    throw Diagnostic(
      .unformattable(
        "a burn-up is about one period, and these rows span \(window.count) days",
        remedy: "select the days of one month, quarter or year"),
      in: step.scope.file, at: chart.x.position)
  }
  return try step.analysed { () throws(AnalysisError) in
    try Analysis.burnUpDays(
      of: step.table, reading: names, asOf: site.facts.asOf, statuses: site.dayStatuses)
  }
}

private func numbers(_ course: BurnUpDays.Course?) -> [Double?] {
  course?.amounts.map { $0.map(Double.init) } ?? []
}

extension BurnUpDays {
  /// nil where nothing is expected.
  fileprivate func forecast(label: BurnUpChart.Label) -> BurnUpChart.Forecast? {
    guard forecastEnd != nil else { return nil }
    return BurnUpChart.Forecast(
      expected: numbers(expected), low: numbers(low), high: numbers(high), label: label)
  }
}
