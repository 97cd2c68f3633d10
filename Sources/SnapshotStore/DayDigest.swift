import ContentHash
import GRDB
import UsageModel

/// Digests of staged days: of what was used, whatever the order of the records and the numbers the
/// snapshot gave to ids.
struct DayDigests {
  private let interning: SeriesInterning
  /// Places of texts in byte order.
  private var ranks: [Int64: Int] = [:]
  private let points: RepeatedStatement
  private let others: RepeatedStatement

  init(_ staged: StagedUsage) throws {
    interning = staged.interning
    points = try RepeatedStatement(
      staged.database, "SELECT * FROM temp.staged_point WHERE day = ?")
    others = try RepeatedStatement(
      staged.database, "SELECT * FROM temp.staged_other WHERE day = ?")
    var rank = 0
    try RepeatedStatement(staged.database, "SELECT id FROM dimension ORDER BY text")
      .forEachRow { row in
        ranks[row.integer(0)] = rank
        rank += 1
      }
  }

  func digest(of day: CalendarDay, _ receipt: DayReceipt) throws -> String {
    var canonical = CanonicalBytes()
    for number in [receipt.rows, receipt.tokens, receipt.first.ticks, receipt.last.ticks] {
      canonical.append(number)
    }
    try append(points, of: day, to: &canonical) { row, bytes in
      for column in Int32(3)...9 { bytes.append(row.optionalInteger(column)) }
    }
    try append(others, of: day, to: &canonical) { row, bytes in
      bytes.append(row.text(3))
      bytes.append(row.integer(4))
      bytes.append(row.integer(5))
    }
    return sha256Hex(canonical.bytes)
  }

  private func append(
    _ statement: RepeatedStatement, of day: CalendarDay, to canonical: inout CanonicalBytes,
    _ rest: (StoredRow, inout CanonicalBytes) -> Void
  ) throws {
    var entries: [(place: [Int], bytes: [UInt8])] = []
    try statement.forEachRow([.integer(Int64(day.daysSince1970))]) { row in
      guard let series = interning.dimensions[row.integer(1)] else { return }
      let dimensions = [series.subscription, series.user, series.feature, series.model]
      var bytes = CanonicalBytes()
      for dimension in dimensions { bytes.append(interning.texts[dimension] ?? "") }
      bytes.append(row.integer(2))
      rest(row, &bytes)
      let place = dimensions.map { ranks[$0] ?? 0 } + [Int(row.integer(2))]
      entries.append((place, bytes.bytes))
    }
    // Metrics of one series and month come in the order of the table's key, and stay in it.
    let sorted = entries.enumerated().sorted { left, right in
      left.element.place == right.element.place
        ? left.offset < right.offset
        : left.element.place.lexicographicallyPrecedes(right.element.place)
    }
    canonical.append(Int64(sorted.count))
    for entry in sorted { canonical.bytes.append(contentsOf: entry.element.bytes) }
  }
}

/// Values one after the other so that different values never give the same bytes.
struct CanonicalBytes {
  var bytes: [UInt8] = []

  mutating func append(_ integer: Int64) {
    withUnsafeBytes(of: integer.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Counts are never negative, so −1 can stand for an unknown one.
  mutating func append(_ count: Int64?) {
    append(count ?? -1)
  }

  mutating func append(_ text: String) {
    append(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
