import Analysis
import SourceText
import Tables

/// The numbers of a chart over time: periods down, series across, with a total of each period.
struct CalendarTable {
  let chart: ChartDefinition
  let content: ChartContent
  let step: StepRows

  func html() throws(Diagnostic) -> HTMLBuffer {
    let series = content.shown.series
    let measure = label(of: chart.y.name)
    let hasTotal = series.count > 1
    let totals = try step.analysed { () throws(AnalysisError) in
      var totals: [Int64?] = []
      for index in content.shown.periods.indices {
        var sum = ExactSum()
        for one in series { sum.add(one.values[index]) }
        totals.append(try sum.total(of: chart.y.name))
      }
      return totals
    }
    let rounding = content.shown.periods.indices.map { index -> Int64 in
      guard chart.format.isMoney, let total = totals[index] else { return 0 }
      return roundingDifference(
        parts: series.compactMap { $0.values[index] }, total: total,
        decimals: step.shownDecimals(of: chart.format)) ?? 0
    }
    let roundingTotal = try self.roundingTotal(of: totals)
    let hasRounding = hasTotal && (roundingTotal != 0 || rounding.contains { $0 != 0 })
    var table = NumberTable(
      head: [grainName(content.shown.grain)]
        + (chart.series == nil ? [measure] : series.map(\.name))
        + (hasRounding ? ["Rounding"] : []) + (hasTotal ? ["Total"] : []),
      format: chart.format, step: step, position: chart.y.position)
    if hasRounding { table.givenSums[series.count] = roundingTotal }
    for (index, period) in content.shown.periods.enumerated() {
      if period.status == .missing { table.notes[index] = "no data" }
      table.rows.append(
        (
          step.scope.site.periodText(period, content.shown.grain),
          series.map { $0.values[index] } + (hasRounding ? [rounding[index]] : [])
            + (hasTotal ? [totals[index]] : [])
        ))
    }
    return try table.html()
  }

  /// What the total row's series lack to its total.
  private func roundingTotal(of totals: [Int64?]) throws(Diagnostic) -> Int64 {
    let all = try step.analysed { () throws(AnalysisError) in
      var sum = ExactSum()
      for total in totals { sum.add(total) }
      return try sum.total(of: chart.y.name)
    }
    guard chart.format.isMoney, let all else { return 0 }
    return roundingDifference(
      parts: content.totals.compactMap { $0 }, total: all,
      decimals: step.shownDecimals(of: chart.format)) ?? 0
  }
}
