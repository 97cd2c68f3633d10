import UsageModel

/// The most days that are drawn and tabled one by one.
package let mostDaysShownDaily = 120

/// Takes days together by ISO week, where there are more than ``mostDaysShownDaily``.
///
/// The first and the last week hold only their days inside the window. A week is unknown (nil) where
/// all its days are; it is as complete as its days.
package func weeklyWhereLong(_ columns: CalendarColumns) throws(AnalysisError) -> CalendarColumns {
  guard columns.grain == .day, columns.periods.count > mostDaysShownDaily else { return columns }
  return try weekly(columns)
}

/// Takes days together by ISO week.
package func weekly(_ columns: CalendarColumns) throws(AnalysisError) -> CalendarColumns {
  let weeks = weekRanges(of: columns.periods)
  let periods = weeks.map { CalendarPeriod(combining: columns.periods[$0]) }
  var series: [CalendarSeries] = []
  for daily in columns.series {
    var values: [Int64?] = []
    for week in weeks {
      var sum = ExactSum()
      for value in daily.values[week] { sum.add(value) }
      values.append(try sum.total(of: daily.name))
    }
    series.append(
      CalendarSeries(
        name: daily.name, wantedSlot: daily.wantedSlot, values: values, isOther: daily.isOther))
  }
  return CalendarColumns(grain: .week, periods: periods, series: series)
}

/// A number per day taken together by ISO week, such as a budget. A week is known only where all its
/// days are: half a budget is none.
package func weeklyWholes(
  _ values: [Int64?], of days: [CalendarPeriod], column: String
) throws(AnalysisError) -> [Int64?] {
  var weeks: [Int64?] = []
  for week in weekRanges(of: days) {
    var sum = ExactSum()
    for value in values[week] { sum.add(value) }
    weeks.append(values[week].contains(nil) ? nil : try sum.total(of: column))
  }
  return weeks
}

private func weekRanges(of days: [CalendarPeriod]) -> [Range<Int>] {
  let starts = days.indices.filter { $0 == 0 || days[$0].days.lowerBound.weekday == 1 }
  return zip(starts, starts.dropFirst() + [days.count]).map { $0..<$1 }
}

extension CalendarPeriod {
  /// - Parameter periods: At least one, in order.
  fileprivate init(combining periods: ArraySlice<CalendarPeriod>) {
    let first = periods[periods.startIndex].days.lowerBound
    self.init(
      days: first...periods[periods.endIndex - 1].days.upperBound,
      status: DayStatus(combining: periods.map(\.status)),
      missingDays: periods.flatMap(\.missingDays),
      provisionalDayCount: periods.reduce(0) { $0 + $1.provisionalDayCount })
  }

  /// The Monday that names the week of the period, also where the window cuts it off.
  package var monday: CalendarDay {
    days.lowerBound.advanced(by: 1 - days.lowerBound.weekday)
  }
}
