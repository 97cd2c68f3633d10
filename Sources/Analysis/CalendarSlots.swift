import Tables
import UsageModel

/// The periods of a chart over time, and which of them a row belongs to.
package struct CalendarSlots: Hashable, Sendable {
  package let grain: CalendarColumns.Grain
  package let periods: [CalendarPeriod]

  /// Every day of a window.
  /// - Parameter statuses: From the view `days`; a day that is not in it is missing.
  package init(days window: ClosedRange<CalendarDay>, statuses: [CalendarDay: DayStatus]) {
    grain = .day
    periods = window.map { day in
      let status = statuses[day] ?? .missing
      return CalendarPeriod(
        days: day...day, status: status, missingDays: status == .missing ? [day] : [],
        provisionalDayCount: status == .provisional ? 1 : 0)
    }
  }

  /// Every month of a window. A month is as complete as its days up to the last one in `statuses`.
  package init(months window: ClosedRange<CalendarMonth>, statuses: [CalendarDay: DayStatus]) {
    let lastKnown = statuses.keys.max()
    grain = .month
    periods = window.map { month in
      CalendarPeriod(month.days, upTo: lastKnown ?? month.days.upperBound, statuses: statuses)
    }
  }

  /// - Parameter cell: A day, or a month where the periods are months.
  /// - Returns: nil outside the window.
  func index(of cell: Cell, in column: String) throws(AnalysisError) -> Int? {
    let place: Int?
    if grain == .month {
      guard let month = cell.text.flatMap({ CalendarMonth($0) }) else {
        throw .notADate(column: column, cell: cell)
      }
      place = periods.first.map { $0.days.lowerBound.month.distance(to: month) }
    } else {
      let day = try calendarDay(cell, of: column)
      place = periods.first.map { $0.days.lowerBound.distance(to: day) }
    }
    return place.flatMap { periods.indices.contains($0) ? $0 : nil }
  }
}

extension CalendarPeriod {
  /// Some days taken together, of which those after `last` are still to come.
  fileprivate init(
    _ days: ClosedRange<CalendarDay>, upTo last: CalendarDay, statuses: [CalendarDay: DayStatus]
  ) {
    let past = days.filter { $0 <= last }
    let known = past.map { statuses[$0] ?? .missing }
    self.init(
      days: days, status: DayStatus(combining: known),
      missingDays: past.filter { (statuses[$0] ?? .missing) == .missing },
      provisionalDayCount: known.count { $0 == .provisional })
  }
}

func calendarDay(_ cell: Cell, of column: String) throws(AnalysisError) -> CalendarDay {
  guard let day = cell.text.flatMap({ CalendarDay($0) }) else {
    throw .notADate(column: column, cell: cell)
  }
  return day
}
