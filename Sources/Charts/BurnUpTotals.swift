/// The numbers of a burn-up chart, added up.
struct BurnUpTotals {
  /// A total at the end of a slot; nil at the start of the period.
  struct Place: Hashable {
    let index: Int?
    let total: Double
  }

  let actual: RunningTotal
  let before: RunningTotal
  let budget: Double?
  /// From where the actual total ends; empty where nothing is expected.
  let expected: [Place]
  let low: [Place]
  let high: [Place]

  init(_ chart: BurnUpChart) {
    let slots = chart.columns.indices
    let amounts = slots.map { index in
      chart.columns[index].state != .missing && chart.actual.amounts.indices.contains(index)
        ? chart.actual.amounts[index] : nil
    }
    let actual = RunningTotal(amounts)
    self.actual = actual
    before = RunningTotal(Array((chart.before?.amounts ?? []).prefix(slots.count)))
    budget = chart.budget.flatMap { $0.amount.isFinite ? $0.amount : nil }

    let end = Place(index: actual.newest, total: actual.totals.last ?? 0)
    /// A slot without a number is passed over: the line leads straight to the next.
    func places(_ amounts: [Double?]) -> [Place] {
      var total = end.total
      let steps = slots.compactMap { index -> Place? in
        guard index > end.index ?? -1, amounts.indices.contains(index),
          let amount = amounts[index], amount.isFinite
        else { return nil }
        total = finiteSum(total, amount)
        return Place(index: index, total: total)
      }
      return steps.isEmpty ? [] : [end] + steps
    }
    expected = places(chart.forecast?.expected ?? [])
    low = places(chart.forecast?.low ?? [])
    high = places(chart.forecast?.high ?? [])
  }

  var isEmpty: Bool {
    actual.totals.isEmpty && before.totals.isEmpty && budget == nil && expected.isEmpty
      && low.isEmpty && high.isEmpty
  }

  /// Everything the axis has to hold.
  var all: [Double] {
    actual.totals + before.totals + [expected, low, high].flatMap { $0.map(\.total) }
      + (budget.map { [$0] } ?? [])
  }

  /// Where the forecast ends: the middle of its range if it names no expected number.
  var forecastEnd: Double? {
    if let expected = expected.last { return expected.total }
    guard let low = low.last, let high = high.last else { return nil }
    return low.total / 2 + high.total / 2
  }
}
