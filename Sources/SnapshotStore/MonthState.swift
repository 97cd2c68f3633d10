import UsageModel

/// Whether a month's figures may still change.
enum MonthState: String {
  /// The month of the last day on any page.
  case open
  /// It has days that may still change.
  case provisional
  case closed
}

/// A month of the calendar of data.
struct DataMonth {
  let month: CalendarMonth
  let state: MonthState
  let days: Int
  /// Days that all sources delivered.
  let daysReceived: Int
}

extension DataCalendar {
  var months: [DataMonth] {
    var months: [DataMonth] = []
    for (month, days) in grouped(days) {
      let statuses = days.map(status(of:))
      let state: MonthState =
        if month == asOf?.month {
          .open
        } else if statuses.contains(.provisional) {
          .provisional
        } else {
          .closed
        }
      months.append(
        DataMonth(
          month: month, state: state, days: days.count,
          daysReceived: statuses.count { $0 == .received || $0 == .provisional }))
    }
    return months
  }

  private func grouped(_ days: [CalendarDay]) -> [(CalendarMonth, [CalendarDay])] {
    Dictionary(grouping: days, by: \.month).sorted { $0.key < $1.key }
  }
}
