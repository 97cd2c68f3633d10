import Tables
import UsageModel

/// Which columns of a query's result a burn-up chart reads.
package struct BurnUpColumnNames: Hashable, Sendable {
  package let day: String
  package let amount: String
  package var before: String?
  package var expected: String?
  package var low: String?
  package var high: String?
  package var budget: String?

  package init(day: String, amount: String) {
    self.day = day
    self.amount = amount
  }
}

/// The days of one period with their amounts, running totals and what is expected of the rest.
package struct BurnUpDays: Hashable, Sendable {
  /// What a further column adds up to.
  package struct Course: Hashable, Sendable {
    /// One per day; nil where it is not known.
    package let amounts: [Int64?]
    /// One per day; nil after the last known amount.
    package let totals: [Int64?]

    package var end: Int64? { totals.last { $0 != nil } ?? nil }
  }

  package let periods: [CalendarPeriod]
  /// The newest day of the data.
  package let asOf: CalendarDay
  /// Up to the newest known day.
  package let actual: Course
  /// The period before, day by day; nil where it is not asked for.
  package let before: Course?
  /// What the days after the newest known one add; nil where it is not asked for.
  package let expected: Course?
  package let low: Course?
  package let high: Course?
  /// For the whole period; nil where there is none.
  package let budget: Int64?

  /// The newest day with an amount.
  package var newest: Int? { actual.totals.lastIndex { $0 != nil } }

  package var isOver: Bool { periods.last.map { $0.days.upperBound <= asOf } ?? true }

  /// The month that the days are; nil for any other period.
  package var month: CalendarMonth? {
    guard let first = periods.first?.days.lowerBound, let last = periods.last?.days.upperBound,
      first.month.days == first...last
    else { return nil }
    return first.month
  }

  /// Where the period is expected to end: the middle of the likely range if nothing more is known.
  package var forecastEnd: Int64? {
    if let end = expected?.end { return end }
    return likelyRange.map { range in
      Int64((Int128(range.lowerBound) + Int128(range.upperBound)) / 2)
    }
  }

  package var likelyRange: ClosedRange<Int64>? {
    guard let low = low?.end, let high = high?.end else { return nil }
    return min(low, high)...max(low, high)
  }

  package func isExpected(_ index: Int) -> Bool {
    [expected, low, high].contains { $0?.totals[index] != nil }
  }

  package func isFuture(_ index: Int) -> Bool { asOf < periods[index].days.lowerBound }
}

/// Reads the days of one period from a query's result.
///
/// Days without a row between the first and the last, and those of the month where all rows are of
/// one month, are completed: up to `asOf` with 0, unless they are missing. Amounts of missing days
/// and of days after `asOf` are not known. Rows of one day are added up.
/// - Parameters:
///   - statuses: From the view `days`; a day up to `asOf` that is not in it is missing.
/// - Returns: nil where there are no rows.
package func burnUpDays(
  of table: Table, reading names: BurnUpColumnNames, asOf: CalendarDay,
  statuses: [CalendarDay: DayStatus]
) throws(AnalysisError) -> BurnUpDays? {
  guard let rows = try window(of: table, day: names.day) else { return nil }
  let isOneMonth = rows.lowerBound.month == rows.upperBound.month
  let days = isOneMonth ? rows.lowerBound.month.days : rows
  var known = statuses
  for day in days where day > asOf { known[day] = .received }
  let slots = CalendarSlots(days: days, statuses: known)
  let completed = try completeColumns(
    of: table, reading: CalendarColumnNames(day: names.day, amount: names.amount), over: slots)
  let sums = completed.series.first?.values ?? slots.periods.map { _ in nil }
  let amounts = zip(slots.periods, sums).map { period, sum in
    period.status == .missing || asOf < period.days.lowerBound ? nil : sum
  }

  func numbers(_ column: String?) throws(AnalysisError) -> [Int64?]? {
    guard let column else { return nil }
    return try sumPerSlot(of: table, column: column, day: names.day, over: slots)
  }
  let totals = try runningTotals(of: amounts, column: names.amount)
  let newest = totals.lastIndex { $0 != nil }
  let start = newest.flatMap { totals[$0] } ?? 0
  func course(_ column: String?) throws(AnalysisError) -> BurnUpDays.Course? {
    guard let column, let amounts = try numbers(column) else { return nil }
    return BurnUpDays.Course(
      amounts: amounts,
      totals: try expectedTotals(of: amounts, after: newest, from: start, column: column))
  }
  var before: BurnUpDays.Course?
  if let column = names.before, let amounts = try numbers(column) {
    before = BurnUpDays.Course(
      amounts: amounts, totals: try runningTotals(of: amounts, column: column))
  }
  var budget: Int64?
  if let column = names.budget {
    budget = try largestPerSlot(of: table, column: column, day: names.day, over: slots)
      .compactMap(\.self).max()
  }
  return BurnUpDays(
    periods: slots.periods, asOf: asOf,
    actual: BurnUpDays.Course(amounts: amounts, totals: totals), before: before,
    expected: try course(names.expected), low: try course(names.low),
    high: try course(names.high), budget: budget)
}
