import ContentHash
import Foundation
import GRDB
import Pricing
import UsageModel

/// The months that a cache holds, each with the key of what it was computed from.
struct StoredMonths {
  private let cache: Database

  init(_ cache: Database) {
    self.cache = cache
  }

  func keys() throws -> [CalendarMonth: String] {
    var keys: [CalendarMonth: String] = [:]
    try RepeatedStatement(cache, "SELECT month, key FROM computed_month").forEachRow { row in
      if let month = CalendarMonth(row.text(0)) { keys[month] = row.text(1) }
    }
    return keys
  }

  /// Of all months together.
  func summary() throws -> MonthSummary {
    var all = MonthSummary()
    try RepeatedStatement(cache, "SELECT summary FROM computed_month ORDER BY month")
      .forEachRow { row in
        all.add(try JSONDecoder().decode(MonthSummary.self, from: Data(row.text(0).utf8)))
      }
    return all
  }

  func add(_ month: CalendarMonth, key: String, _ summary: MonthSummary) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(summary), as: UTF8.self)
    try RepeatedStatement(cache, "INSERT INTO computed_month VALUES (?, ?, ?)")
      .run([.text(month.description), .text(key), .text(json)])
  }

  /// Removes everything that was computed of a month.
  func remove(_ month: CalendarMonth) throws {
    let name = StoredValue.text(month.description)
    try RepeatedStatement(
      cache,
      """
      DELETE FROM stored_charge WHERE key IN (
        SELECT c.key FROM stored_charge_run s CROSS JOIN stored_charge c
        ON c.key BETWEEN s.first_charge AND s.last_charge WHERE s.month = ?)
      """
    ).run([name])
    for table in [
      "stored_charge_run", "stored_monthly", "stored_monthly_line", "stored_person",
      "computed_month",
    ] {
      try RepeatedStatement(cache, "DELETE FROM \(table) WHERE month = ?").run([name])
    }
    let days: [StoredValue] = [
      .text(month.days.lowerBound.description), .text(month.days.upperBound.description),
    ]
    for table in [
      "stored_daily_team", "stored_daily_feature", "stored_metered", "stored_source_day",
    ] {
      try RepeatedStatement(cache, "DELETE FROM \(table) WHERE day BETWEEN ? AND ?").run(days)
    }
  }
}

/// SHA-256 of everything the rows of each month are computed from: equal keys, equal rows.
func monthKeys(
  of ledger: [LedgerDay], _ calendar: DataCalendar, rules: CacheRules
) -> [CalendarMonth: String] {
  let delivered = Dictionary(grouping: ledger, by: \.day.month)
  return Dictionary(grouping: calendar.days, by: \.month).reduce(into: [:]) { keys, month in
    var canonical = CanonicalBytes()
    canonical.append(Int64(cacheFormat))
    for day in [month.value.first, month.value.last] {
      canonical.append(Int64(day?.daysSince1970 ?? 0))
    }
    // Later days count too: whether any of a month counted cached tokens decides for all of them. A
    // day without records has no rows.
    for entry in delivered[month.key] ?? [] where entry.receipt != .empty(entry.day) {
      let counting = calendar.countingSources(on: entry.day)
      canonical.append(entry.source)
      canonical.append(Int64(entry.day.daysSince1970))
      canonical.append(entry.digest)
      canonical.append(Int64(counting?.contains(entry.source) == false ? 0 : 1))
    }
    canonical.append(rules.people.word)
    if case .pseudonyms(let key) = rules.people { canonical.append(key.cacheMark) }
    canonical.append(rules.folderDigest)
    keys[month.key] = sha256Hex(canonical.bytes)
  }
}
