import Analysis
import Charts
import SourceText
import UsageModel

/// The words beside the newest column: what it holds, what it may hold, and what it is expected to.
struct ColumnLabels {
  let newest: ColumnChart.Label?
  let budget: ColumnChart.Label?
  let forecast: ColumnChart.Label?
  private let isNewestOpen: Bool

  init(
    _ content: ColumnContent, _ amounts: ChartAmounts, _ step: StepRows
  ) throws(Diagnostic) {
    let (periods, grain) = (content.columns.periods, content.columns.grain)
    let site = step.scope.site
    func text(_ name: String, _ amount: Int64) throws(Diagnostic) -> String {
      name + (try step.label { () throws(ValueFormatError) in try amounts.text(amount) })
    }
    isNewestOpen = content.isNewestOpen
    forecast = try content.forecast.map { amount throws(Diagnostic) in
      ColumnChart.Label(name: try text("Forecast ", amount), detail: "hatched")
    }
    budget = try content.newestBudget.flatMap { index throws(Diagnostic) in
      try content.budgets?[index].map { amount throws(Diagnostic) in
        ColumnChart.Label(
          name: try text("Budget ", amount), detail: budgetDetail(content, index, site))
      }
    }
    let isAlone = forecast == nil && budget == nil
    guard let period = periods.last, let amount = content.values.last ?? nil,
      content.isNewestOpen || !isAlone
    else {
      newest = nil
      return
    }
    let first = period.days.lowerBound
    let detail =
      content.isNewestOpen && first <= content.asOf
      ? "so far, " + site.formatter.locale.tickRangeText(first...content.asOf)
      : site.shortPeriodText(period, grain)
    newest = ColumnChart.Label(name: try text("", amount), detail: detail)
  }

  /// For the drawing that has no room for them.
  var key: KeyList {
    let labels: [(KeyList.Swatch, ColumnChart.Label?)] = [
      (.stroke(.forecast), forecast), (.budget, budget),
      (.stroke(isNewestOpen ? .now : .neutral), newest),
    ]
    return KeyList(
      entries: labels.compactMap { swatch, label in
        label.map { (swatch, $0.name, $0.detail) }
      })
  }
}

/// Of which periods there are budgets.
private func budgetDetail(_ content: ColumnContent, _ newest: Int, _ site: SiteScope) -> String {
  let (periods, grain) = (content.columns.periods, content.columns.grain)
  let shape =
    switch grain {
    case .day: "per day"
    case .week: "per week"
    case .month: "outlined"
    }
  if newest < periods.count - 1 {
    return shape + ", " + site.shortPeriodText(periods[newest], grain)
  }
  let first = content.budgets?.firstIndex { $0 != nil } ?? 0
  return first == 0 ? shape : shape + ", since " + site.shortPeriodText(periods[first], grain)
}
