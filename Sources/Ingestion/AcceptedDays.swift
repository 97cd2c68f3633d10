import UsageModel

/// Every day that a record can have.
package let anyDay = CalendarDay(daysSince1970: -1)...CalendarDay(daysSince1970: 47_483)

/// The days that usage can be of as seen from `today`; a record of another one is a mistake that
/// would move the whole site there.
///
/// Nobody metered tokens before 2015. Two days of grace cover every zone and a clock that is wrong.
package func plausibleDays(today: CalendarDay) -> ClosedRange<CalendarDay> {
  let earliest = CalendarDay(daysSince1970: 16_436)
  return earliest...max(earliest, today.advanced(by: 2))
}
