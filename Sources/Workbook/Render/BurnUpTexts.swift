import Analysis
import Charts
import SourceText
import UsageModel

/// The words at the lines of a burn-up chart.
struct BurnUpTexts {
  let actual: BurnUpChart.Label
  let before: BurnUpChart.Label
  let forecast: BurnUpChart.Label
  let budget: BurnUpChart.Label

  init(
    _ days: BurnUpDays, _ amounts: ChartAmounts, _ step: StepRows
  ) throws(Diagnostic) {
    let locale = step.scope.site.formatter.locale
    func text(_ amount: Int64?) throws(Diagnostic) -> String {
      guard let amount else { return "" }
      return try step.label { () throws(ValueFormatError) in try amounts.text(amount) }
    }
    let month = days.month
    actual = BurnUpChart.Label(
      name: "", amount: try text(days.actual.end),
      detail: days.newest.map { "to " + locale.tickText(days.periods[$0].days.lowerBound) } ?? "")
    before = BurnUpChart.Label(
      name: month.map { locale.monthName($0.advanced(by: -1)) } ?? "The period before",
      amount: try text(days.before?.end), detail: beforeDetail(days))
    forecast = BurnUpChart.Label(
      name: "Forecast", amount: try text(days.forecastEnd),
      detail: try days.likelyRange.map { range throws(Diagnostic) in
        let text = try step.label { () throws(ValueFormatError) in
          try amounts.range(range.lowerBound, range.upperBound)
        }
        return "likely " + text
      } ?? "")
    budget = BurnUpChart.Label(
      name: "Budget", amount: try text(days.budget),
      detail: "for all of " + (month.map { locale.monthName($0) } ?? "the period"))
  }

  /// For the drawing that has no room for them.
  func key(_ days: BurnUpDays) -> KeyList {
    let labels: [(swatch: KeyList.Swatch, label: BurnUpChart.Label?)] = [
      (.budget, days.budget.map { _ in budget }),
      (.stroke(.forecast), days.forecastEnd.map { _ in forecast }),
      (.stroke(.before), days.before?.end.map { _ in before }),
    ]
    return KeyList(
      entries: labels.compactMap { swatch, label in
        label.map {
          (
            swatch, $0.name,
            [$0.amount, $0.detail].filter { !$0.isEmpty }.joined(separator: ", ")
          )
        }
      })
  }
}

/// Where days of the month before are not in its total: `days 1 to 30`, `28 of 31 days`.
private func beforeDetail(_ days: BurnUpDays) -> String {
  guard let before = days.before, let month = days.month else { return "" }
  let length = month.advanced(by: -1).length
  let known = before.amounts.prefix(length).count { $0 != nil }
  if known == length { return "" }
  return known == days.periods.count ? "days 1 to \(known)" : "\(known) of \(length) days"
}
