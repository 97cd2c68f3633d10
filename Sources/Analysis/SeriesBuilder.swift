import Tables

/// Adds rows up into series over periods.
struct SeriesBuilder {
  private struct Draft {
    let name: String
    let slot: Int?
    var sums: [ExactSum]
  }

  private let periods: [CalendarPeriod]
  private var drafts: [Draft] = []
  private var indices: [String: Int] = [:]

  init(periods: [CalendarPeriod]) {
    self.periods = periods
  }

  mutating func add(_ amount: Int64?, to name: String, slot: Int?, at period: Int) {
    let index = indices[name] ?? drafts.count
    if index == drafts.count {
      indices[name] = index
      drafts.append(Draft(name: name, slot: slot, sums: periods.map { _ in ExactSum() }))
    }
    drafts[index].sums[period].add(amount)
  }

  func series(of column: String) throws(AnalysisError) -> [CalendarSeries] {
    var result: [CalendarSeries] = []
    for draft in drafts {
      var values: [Int64?] = []
      for (period, sum) in zip(periods, draft.sums) {
        let isGap = period.status == .missing && sum == ExactSum()
        values.append(isGap ? nil : try sum.total(of: column))
      }
      result.append(CalendarSeries(name: draft.name, wantedSlot: draft.slot, values: values))
    }
    return result
  }
}

/// The text that names a row's series; no name is unknown.
func seriesName(_ cell: Cell) -> String {
  switch cell {
  case .text(let text): text
  case .integer(let number): String(number)
  case .real(let number): "\(number)"
  case .null: "unknown"
  }
}
