import UsageModel

/// The days on which this month so far and last month can be compared (workbook.md, Charts).
struct LikeForLike {
  /// The last day of the month that is compared.
  let dayCount: Int
  let thisMonth: CalendarMonth
  let lastMonth: CalendarMonth
  /// Of days 1 to `dayCount`, those that are whole in both months.
  let daysOfMonth: [Int]

  /// - Returns: nil where there is no data at all.
  init?(_ calendar: DataCalendar) {
    guard let asOf = calendar.asOf, calendar.firstDay != nil else { return nil }
    thisMonth = asOf.month
    lastMonth = asOf.month.advanced(by: -1)
    let months = [thisMonth.days.lowerBound, lastMonth.days.lowerBound]
    dayCount = min(asOf.dayOfMonth, lastMonth.length)
    daysOfMonth = (1...dayCount).filter { dayOfMonth in
      months.allSatisfy { first in
        let status = calendar.status(of: first.advanced(by: dayOfMonth - 1))
        return status != .missing && status != .partial
      }
    }
  }

  /// The days of both months that are compared.
  var days: [(day: CalendarDay, period: String)] {
    let periods = [(thisMonth, "this"), (lastMonth, "last")]
    return periods.flatMap { month, period in
      daysOfMonth.map { (month.days.lowerBound.advanced(by: $0 - 1), period) }
    }
  }
}
