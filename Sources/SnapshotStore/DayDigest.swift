import ContentHash
import GRDB
import UsageModel

/// Digests of staged days: of what was used, whatever the order of the records and the numbers the
/// snapshot gave to ids.
struct DayDigests {
  private let seriesTexts: SeriesTexts
  private let others: RepeatedStatement

  init(_ staged: StagedUsage) throws {
    seriesTexts = SeriesTexts(staged.interning)
    others = try RepeatedStatement(
      staged.database,
      "SELECT * FROM temp.staged_other WHERE day = ? ORDER BY series, utc_month, metric")
  }

  func digest(
    of day: CalendarDay, _ receipt: DayReceipt, _ points: [DayPoint]
  ) throws -> String {
    var canonical = CanonicalBytes()
    canonical.bytes.reserveCapacity(160 * points.count)
    for number in [receipt.rows, receipt.tokens, receipt.first.ticks, receipt.last.ticks] {
      canonical.append(number)
    }
    append(points, to: &canonical)
    try appendOthers(of: day, to: &canonical)
    return sha256Hex(canonical.bytes)
  }

  private func append(_ points: [DayPoint], to canonical: inout CanonicalBytes) {
    let entries = points.indices.map { index in
      (rank: seriesTexts.rank(of: points[index].series), index: index)
    }
    // Points of one series stand together, ordered by month.
    let sorted = entries.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
    canonical.append(Int64(sorted.count))
    for entry in sorted {
      let point = points[entry.index]
      canonical.bytes.append(contentsOf: seriesTexts.texts(ofRank: entry.rank))
      canonical.append(Int64(point.utcMonth))
      let counts = point.counts
      canonical.append(known(counts.prompt))
      canonical.append(known(counts.completion))
      canonical.append(known(counts.total))
      canonical.append(known(counts.cached))
      canonical.append(known(counts.cacheWrite))
      canonical.append(known(counts.reasoning))
      canonical.append(known(counts.requests))
    }
  }

  private func appendOthers(of day: CalendarDay, to canonical: inout CanonicalBytes) throws {
    var entries: [(rank: Int, bytes: [UInt8])] = []
    try others.forEachRow([.integer(Int64(day.daysSince1970))]) { row in
      let rank = seriesTexts.rank(of: row.integer(1))
      var bytes = CanonicalBytes(bytes: Array(seriesTexts.texts(ofRank: rank)))
      bytes.append(row.integer(2))
      bytes.append(row.text(3))
      bytes.append(row.integer(4))
      bytes.append(row.integer(5))
      entries.append((rank, bytes.bytes))
    }
    let sorted = entries.enumerated().sorted { left, right in
      (left.element.rank, left.offset) < (right.element.rank, right.offset)
    }
    canonical.append(Int64(sorted.count))
    for entry in sorted { canonical.bytes.append(contentsOf: entry.element.bytes) }
  }
}

private func known(_ count: Int64) -> Int64? { count == CompactCounts.unknown ? nil : count }

/// The four texts of every series of an import, in the order of their bytes.
private struct SeriesTexts {
  private var ranks: [Int64: Int] = [:]
  private var bytes: [UInt8] = []
  /// Where the texts of each rank begin, and where the last end.
  private var starts = [0]

  init(_ interning: SeriesInterning) {
    var rankOfText: [Int64: Int] = [:]
    let texts = interning.texts.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
    for text in texts { rankOfText[text.key] = rankOfText.count }
    func place(_ dimensions: SeriesInterning.Dimensions) -> SIMD4<Int> {
      SIMD4(
        rankOfText[dimensions.subscription] ?? 0, rankOfText[dimensions.user] ?? 0,
        rankOfText[dimensions.feature] ?? 0, rankOfText[dimensions.model] ?? 0)
    }
    let series = interning.dimensions.map { (place: place($0.value), number: $0.key) }
    ranks.reserveCapacity(series.count)
    for entry in series.sorted(by: { precedes($0.place, $1.place) }) {
      ranks[entry.number] = ranks.count
      var canonical = CanonicalBytes()
      for index in 0..<4 { canonical.append(texts[entry.place[index]].value) }
      bytes += canonical.bytes
      starts.append(bytes.count)
    }
  }

  /// - Parameter series: One of the import.
  func rank(of series: Int64) -> Int { ranks[series] ?? 0 }

  func texts(ofRank rank: Int) -> ArraySlice<UInt8> { bytes[starts[rank]..<starts[rank + 1]] }
}

private func precedes(_ left: SIMD4<Int>, _ right: SIMD4<Int>) -> Bool {
  (left.x, left.y, left.z, left.w) < (right.x, right.y, right.z, right.w)
}
