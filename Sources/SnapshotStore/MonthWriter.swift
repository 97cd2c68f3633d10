import GRDB
import Pricing
import UsageModel

/// Computes the charges of one month after the other and writes them with their sums.
struct MonthWriter {
  private let storedDays: StoredDays
  private var charging: Charging
  private var chargeRows: ChargeRows
  private var rollUps: RollUpRows
  private var monthlyLines: MonthlyLineRows
  private var notes: MonthNotes
  private var peopleRows: PeopleRows
  private let meteredRows: MeteredRows
  private let sourceDayRows: SourceDayRows

  init(cache: Database, snapshot: Database, book: PriceBook, people: ShownPeople) throws {
    storedDays = try StoredDays(snapshot)
    charging = Charging(
      book: book, series: storedDays.series.all, sharesPeople: people != .off)
    chargeRows = try ChargeRows(cache, keys: charging.keys)
    rollUps = try RollUpRows(cache, keys: charging.keys)
    monthlyLines = try MonthlyLineRows(cache, keys: charging.keys)
    notes = MonthNotes(keys: charging.keys)
    peopleRows = try PeopleRows(cache, people)
    meteredRows = try MeteredRows(cache, storedDays.series, MeteredModels(book))
    sourceDayRows = try SourceDayRows(cache)
  }

  /// - Parameters:
  ///   - days: Of this month, in order.
  ///   - counting: The sources whose usage of a day adds up; nil for all.
  mutating func write(
    _ month: CalendarMonth, _ days: [CalendarDay], counting: (CalendarDay) -> Set<String>?
  ) throws -> MonthSummary {
    var summary = MonthSummary()
    let modelsWithCachedCount = try storedDays.modelsWithCachedCount(on: month.days)
    for day in days {
      let usage = try storedDays.usage(of: day, counting: counting(day))
      try sourceDayRows.add(usage)
      try meteredRows.add(usage, &summary)
      summary.addMismatches(in: usage, of: storedDays.series)
      for other in usage.others { summary.add(other, on: day) }
      let charged = try charging.charges(
        of: usage.usage, on: day, modelsWithCachedCount: modelsWithCachedCount)
      summary.add(charged.findings)
      for charge in charged.charges {
        notes.add(charge)
        chargeRows.add(charge)
        try rollUps.add(charge)
        try monthlyLines.add(charge)
        try peopleRows.add(charge)
      }
      try rollUps.flush(day, payers: charging.payers)
      if chargeRows.isFull { try chargeRows.flush(payers: charging.payers) }
    }
    try chargeRows.flush(payers: charging.payers)
    try rollUps.flush(month, payers: charging.payers)
    try monthlyLines.flush(month, payers: charging.payers)
    try peopleRows.flush()
    notes.move(to: &summary)
    return summary
  }
}
