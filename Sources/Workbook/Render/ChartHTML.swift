import Analysis
import SourceText
import Tables

/// A chart as a figure: two drawings, a key, a summary, its numbers and its CSV.
func chartHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  switch chart.kind {
  case .stackedColumn, .stackedArea, .sparkline: try stackHTML(chart, step)
  case .column: try columnHTML(chart, step)
  case .line: try lineHTML(chart, step)
  case .bar: try barHTML(chart, step)
  case .burnUp: try burnUpHTML(chart, step)
  case .waterfall: try waterfallHTML(chart, step)
  case .smallMultiples: try smallMultiplesHTML(chart, step)
  case .bullet: try bulletHTML(chart, step)
  case .calendar: try calendarHTML(chart, step)
  }
}

extension String {
  fileprivate func replacingTwoStops() -> String {
    let stop = UInt8(ascii: ".")
    guard zip(utf8, utf8.dropFirst()).contains(where: { $0 == stop && $1 == stop }) else {
      return self
    }
    return replacing("..", with: ".")
  }
}

extension StepRows {
  /// The generated summary of a chart.
  /// - Parameter amounts: How amounts are written; nil: as in the chart's table.
  func summarised(
    with amounts: ChartAmounts? = nil, _ summary: (SummaryWords) throws -> String
  ) throws(Diagnostic) -> String {
    let format: ValueFormat
    if case .chart(let chart) = step.kind { format = chart.format } else { format = .tokens }
    let formatter = scope.site.formatter
    let locale = formatter.locale
    let words = SummaryWords(
      amount: { try amounts?.text($0) ?? formatter.text(.integer($0), as: format) },
      percent: { locale.percentText($0) },
      date: { locale.dateText($0) },
      month: { locale.monthText($0) },
      day: { locale.dayText($0) },
      monthName: { locale.monthName($0) },
      range: { low, high in
        try amounts?.range(low, high)
          ?? "\(formatter.text(.integer(low), as: format)) to "
          + formatter.text(.integer(high), as: format)
      })
    do {
      // An abbreviation may end a sentence, and takes its full stop along.
      return try summary(words).replacingTwoStops()
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic(
        .unformattable(problem(of: error), remedy: "correct the query"), in: scope.file,
        at: step.position)
    }
  }
}
