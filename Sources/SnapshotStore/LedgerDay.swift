import UsageModel

/// What the snapshot holds of one day of one source.
package struct LedgerDay: Hashable, Sendable {
  package let source: String
  package let day: CalendarDay
  package let receipt: DayReceipt
  /// Of everything stored of the day; equal usage has equal digests.
  package let digest: String

  package init(source: String, day: CalendarDay, receipt: DayReceipt, digest: String) {
    self.source = source
    self.day = day
    self.receipt = receipt
    self.digest = digest
  }
}

extension DayReceipt {
  /// Whether replacing `stored` by this would lose records (contract.md 6).
  func loses(from stored: DayReceipt) -> Bool {
    rows < stored.rows || tokens < stored.tokens || first > stored.first || last < stored.last
  }
}
