import Analysis
import Tables
import UsageModel

func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

/// A Monday.
let monday = day("2026-11-02")

/// Days from Monday on, one letter each: r(eceived), p(rovisional), h(alf: partial), m(issing).
func statuses(_ letters: String, from first: CalendarDay = monday) -> [CalendarDay: DayStatus] {
  let byLetter: [Character: DayStatus] = [
    "r": .received, "p": .provisional, "h": .partial, "m": .missing,
  ]
  return Dictionary(
    uniqueKeysWithValues: letters.enumerated().map { offset, letter in
      (first.advanced(by: offset), byLetter[letter]!)
    })
}

/// Daily columns from Monday on.
func dailyColumns(_ letters: String, _ series: [CalendarSeries]) -> CalendarColumns {
  let byDay = statuses(letters)
  let periods = byDay.keys.sorted().map { day in
    CalendarPeriod(
      days: day...day, status: byDay[day]!, missingDays: byDay[day] == .missing ? [day] : [],
      provisionalDayCount: byDay[day] == .provisional ? 1 : 0)
  }
  return CalendarColumns(grain: .day, periods: periods, series: series)
}

/// Numbers as they are, dates as in files.
let plainWords = SummaryWords(
  amount: { "€\($0)" }, percent: { "\(Int($0 * 100)) %" }, date: { "\($0)" }, month: { "\($0)" })
