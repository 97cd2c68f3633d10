/// What a snapshot was made for and can never change: what a day is, and what money is.
package struct SnapshotStamp: Hashable, Sendable {
  /// IANA name.
  package let timeZone: String
  /// ISO 4217.
  package let currency: String

  package init(timeZone: String, currency: String) {
    self.timeZone = timeZone
    self.currency = currency
  }

  /// - Throws: ``SnapshotError`` where the workbook asks for something else than is stamped.
  func check(against configured: SnapshotStamp) throws(SnapshotError) {
    if timeZone != configured.timeZone {
      throw .differentTimeZone(stamped: timeZone, configured: configured.timeZone)
    }
    if currency != configured.currency {
      throw .differentCurrency(stamped: currency, configured: configured.currency)
    }
  }
}
