import UsageModel

/// What an answer held of each local day.
struct DayReceipts {
  private var receipts: [CalendarDay: DayReceipt] = [:]
  /// Kept out of `receipts` while records of one day follow each other.
  private var current: (day: CalendarDay, receipt: DayReceipt)?

  /// - Parameters:
  ///   - rows: 1 for a record of a known metric, 0 for another.
  ///   - tokens: Of all its token metrics together.
  /// - Returns: false where a sum does not fit into 64 bits.
  mutating func add(rows: Int64, tokens: Int64, at time: RecordTime) -> Bool {
    if current?.day != time.day { turn(to: time) }
    guard var receipt = current?.receipt else { return false }
    let (sum, overflow) = receipt.tokens.addingReportingOverflow(tokens)
    if overflow { return false }
    receipt.rows += rows
    receipt.tokens = sum
    receipt.first = min(receipt.first, time.moment)
    receipt.last = max(receipt.last, time.moment)
    current?.receipt = receipt
    return true
  }

  var all: [CalendarDay: DayReceipt] {
    var all = receipts
    if let current { all[current.day] = current.receipt }
    return all
  }

  private mutating func turn(to time: RecordTime) {
    if let current { receipts[current.day] = current.receipt }
    let begun = DayReceipt(rows: 0, tokens: 0, first: time.moment, last: time.moment)
    current = (time.day, receipts[time.day] ?? begun)
  }
}
