import UsageModel

/// A record's moment and the days it counts for.
struct RecordTime: Hashable {
  let moment: Timestamp
  /// The day it is reported under.
  let day: CalendarDay
  /// The day whose month a vendor's invoice would put it in.
  let utcDay: CalendarDay

  /// - Parameter calendar: nil for a source whose days are cut in UTC.
  init(moment: Timestamp, calendar: LocalCalendar?) {
    self.moment = moment
    utcDay = moment.utcDay
    day = calendar?.day(of: moment) ?? utcDay
  }

  /// A day without a time of day: it counts for that day and its own month as it stands.
  init(wholeDay day: CalendarDay, localTicks: Int64, calendar: LocalCalendar?) {
    moment = calendar?.moment(localTicks: localTicks) ?? Timestamp(ticks: localTicks)
    self.day = day
    utcDay = day
  }
}
