import Analysis
import SourceText

/// The numbers of a burn-up chart: days down, amounts and running totals across.
struct BurnUpTable {
  let days: BurnUpDays
  let beforeName: String
  let chart: ChartDefinition
  let step: StepRows

  func html() throws(Diagnostic) -> HTMLBuffer {
    let further: [(head: String, totals: [Int64?])] = [
      ("\(beforeName), running total", days.before?.totals), ("Expected", days.expected?.totals),
      ("Likely from", days.low?.totals), ("Likely to", days.high?.totals),
    ].compactMap { head, totals in totals.map { (head, $0) } }
    var table = NumberTable(
      head: ["Day", label(of: chart.y.name), "Running total"] + further.map(\.head),
      format: chart.format, step: step, position: chart.y.position)
    table.columnsWithoutSum = Set(1...further.count + 1)
    for (index, period) in days.periods.enumerated() {
      func leaveOut(_ column: Int, _ words: String = "") {
        table.words[NumberTable.Place(row: index, column: column)] = words
      }
      let isFuture = days.isFuture(index)
      if isFuture {
        leaveOut(0)
      } else if period.status == .missing {
        leaveOut(0, "no data")
      }
      if days.actual.totals[index] == nil { leaveOut(1) }
      for (column, course) in further.enumerated() where course.totals[index] == nil {
        leaveOut(column + 2)
      }
      let isExpected = isFuture && days.isExpected(index)
      table.rows.append(
        (
          step.scope.site.periodText(
            period, .day, remarks: isExpected ? ["expected"] : isFuture ? ["to come"] : []),
          [days.actual.amounts[index], days.actual.totals[index]]
            + further.map { $0.totals[index] }
        ))
    }
    return try table.html()
  }
}
