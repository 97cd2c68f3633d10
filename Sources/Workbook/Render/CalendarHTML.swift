import Analysis
import Charts
import SourceText
import Tables
import UsageModel

/// A calendar of which days have data.
func calendarHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  let days = try CalendarDays(chart, step)
  guard let first = days.statuses.keys.min(), let last = days.statuses.keys.max() else {
    return try ChartFigure(chart: chart, step: step, period: nil).empty()
  }
  let locale = step.scope.site.formatter.locale
  let figure = ChartFigure(chart: chart, step: step, period: locale.rangeText(first...last))
  let calendar = CalendarHeatmap(
    months: (first.month...last.month).map { days.month($0) }, key: calendarKey,
    idPrefix: figure.id)
  let drawing = [("wide", ChartFrame.wide), ("narrow", ChartFrame.narrow)].map { name, frame in
    calendar.svg(
      frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  return try figure.html(
    drawing: drawing.joined(), summary: days.summary, numbers: days.table(first.month...last.month))
}

private let calendarKey = [
  CalendarHeatmap.KeyEntry(.received, "received"), .init(.open, "may still change"),
  .init(.partial, "incomplete"), .init(.missing, "no data"),
]

private struct CalendarDays {
  let statuses: [CalendarDay: DayStatus]
  private let locale: LocaleNotation

  init(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
    let (day, status) = (try step.index(of: chart.x), try step.index(of: chart.y))
    locale = step.scope.site.formatter.locale
    let rows = step.table.rows.map { [$0[day], $0[status]] }
    statuses = try step.analysed { () throws(AnalysisError) in
      try dayStatuses(Table(columns: ["day", "status"], rows: rows))
    }
  }

  func month(_ month: CalendarMonth) -> CalendarHeatmap.Month {
    let expected = month.days.count { statuses[$0] != nil }
    let there = count(month) { $0 != .missing }
    return CalendarHeatmap.Month(
      label: locale.shortMonthText(month), days: month.days.map { state(of: statuses[$0]) },
      count: "\(there) of \(expected)", isShort: there < expected)
  }

  var summary: String {
    let missing = statuses.filter { $0.value == .missing }.keys.sorted()
    let open = statuses.values.count { $0 == .provisional }
    var text = "\(statuses.count - missing.count) of \(statuses.count) days have data."
    let named = missing.prefix(3).map { locale.dateText($0) }.joined(separator: ", ")
    if !missing.isEmpty {
      let more = missing.count > 3 ? " and \(missing.count - 3) more" : ""
      text += " There is no data for \(named)\(more)."
    }
    if open > 0 { text += " \(open) \(open == 1 ? "day" : "days") may still change." }
    return text
  }

  func table(_ months: ClosedRange<CalendarMonth>) -> HTMLBuffer {
    var html = HTMLBuffer()
    html.append(markup: "<thead>\n<tr><th scope=\"col\">Month</th>")
    for heading in ["Received", "May still change", "Incomplete", "No data"] {
      html.append(markup: "<th scope=\"col\" class=\"number\">\(heading)</th>")
    }
    html.append(markup: "</tr>\n</thead>\n<tbody>\n")
    for month in months {
      html.append(markup: "<tr><th scope=\"row\">\(locale.monthText(month))</th>")
      for status in [DayStatus.received, .provisional, .partial, .missing] {
        html.append(markup: "<td class=\"number\">\(count(month) { $0 == status })</td>")
      }
      html.append(markup: "</tr>\n")
    }
    html.append(markup: "</tbody>\n")
    return html
  }

  private func count(_ month: CalendarMonth, where isCounted: (DayStatus) -> Bool) -> Int {
    month.days.count { statuses[$0].map(isCounted) ?? false }
  }

  private func state(of status: DayStatus?) -> CalendarHeatmap.DayState {
    switch status {
    case .received: .received
    case .provisional: .open
    case .partial: .partial
    case .missing: .missing
    case nil: .none
    }
  }
}
