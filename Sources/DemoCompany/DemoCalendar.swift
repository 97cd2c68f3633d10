import UsageModel

extension CalendarDay {
  /// Nothing was exported for any source on this day: a gap, not a zero.
  static let demoGap = demoDay(2026, 11, 4)

  /// How much the company works on this day, in thousandths of an ordinary Tuesday at the end.
  var demoActivity: Int {
    activityOfWeekday * activityOfSeason / 1000 * activityOfGrowth / 1000
  }

  private var activityOfWeekday: Int {
    switch weekday {
    case 1: 960
    case 2, 3: 1000
    case 4: 980
    case 5: 800
    case 6: 110
    default: 90
    }
  }

  /// Public holidays in Germany, the days round Christmas, and the summer.
  private var activityOfSeason: Int {
    switch (month.month, dayOfMonth) {
    case (12, 24...31), (1, 1), (5, 1), (10, 3): 150
    case (1, 2...6): 500
    case (8, _): 820
    default: demoHolidays.contains(self) ? 150 : 1000
    }
  }

  /// From seven tenths to all of it, in equal daily steps.
  private var activityOfGrowth: Int {
    700 + 300 * demoDays.lowerBound.distance(to: self) / (demoDays.count - 1)
  }

  /// Hours to take off Berlin's clock to get UTC, at any hour but those of the change itself.
  var demoHoursAheadOfUTC: Int {
    (demoSummerTime ~= self) ? 2 : 1
  }
}

/// Good Friday, Easter Monday, Ascension and Whit Monday of 2026.
private let demoHolidays: Set<CalendarDay> = [
  demoDay(2026, 4, 3), demoDay(2026, 4, 6), demoDay(2026, 5, 14), demoDay(2026, 5, 25),
]

/// The last Sundays of March and October, https://eur-lex.europa.eu/eli/dir/2000/84
private let demoSummerTime = demoDay(2026, 3, 29)..<demoDay(2026, 10, 25)

func demoDay(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
  CalendarMonth(year: year, month: month).days.lowerBound.advanced(by: day - 1)
}
