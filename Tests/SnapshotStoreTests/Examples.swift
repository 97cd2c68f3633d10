import Pricing
import SnapshotStore
import Tables
import UsageModel

let euroInBerlin = SnapshotStamp(timeZone: "Europe/Berlin", currency: "EUR")

func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

func point(
  _ dayText: String, subscription: String = "sub-a", user: String = "ann", feature: String = "chat",
  model: String = "opal", _ counts: TokenCounts
) -> UsagePoint {
  let series = SeriesKey(subscription: subscription, user: user, feature: feature, model: model)
  return UsagePoint(series: series, day: day(dayText), utcMonth: day(dayText).month, counts: counts)
}

/// A receipt of whole days: one row per point, tokens as counted, noon to one.
func receipt(of points: [UsagePoint], others: [OtherPoint] = []) -> UsageReceipt {
  var days: [CalendarDay: DayReceipt] = [:]
  func add(_ day: CalendarDay, tokens: Int64) {
    let noon = Timestamp(ticks: (Int64(day.daysSince1970) * 24 + 12) * 36_000_000_000)
    let one = Timestamp(ticks: noon.ticks + 36_000_000_000)
    var receipt = days[day] ?? DayReceipt(rows: 0, tokens: 0, first: noon, last: one)
    receipt.rows += 1
    receipt.tokens += tokens
    days[day] = receipt
  }
  for point in points {
    let counts = point.counts
    add(point.day, tokens: (counts.prompt ?? 0) + (counts.completion ?? 0) + (counts.cached ?? 0))
  }
  for other in others { add(other.day, tokens: other.tokens) }
  return UsageReceipt(days: days)
}

extension Snapshot {
  static func make(in folder: String) throws -> Snapshot {
    try open(
      at: folder + "/snapshot.sqlite", stamp: euroInBerlin, copyDay: day("2026-11-22"),
      busySeconds: 0)
  }

  /// Imports points in one batch.
  @discardableResult
  func add(
    _ points: [UsagePoint], others: [OtherPoint] = [], source: String = "gateway",
    permitLoss: Bool = false
  ) throws -> ImportOutcome {
    try replaceDays(of: source, permitLoss: permitLoss, importedAt: "2026-11-02T03:00:00Z") {
      try $0(UsageBatch(points: points, others: others))
      return receipt(of: points, others: others)
    }
  }
}

func rate(
  _ scope: RateScope, nanoPerMillion: Int64, line: Int = 2, from: String? = nil
) -> Rate {
  Rate(
    id: "0000000\(line)", line: line, scope: scope, price: Price(nanoPerMillion: nanoPerMillion),
    writtenPrice: "2.50", writtenPer: "1M", currency: "EUR",
    validity: Validity(from: from.map(day), to: nil))
}

let noBook = PriceBook(membership: Membership(subscriptions: [], teams: []))

func rules(
  sources: [CacheRules.Source] = [CacheRules.Source(name: "gateway")], asOf: String? = nil,
  people: ShownPeople = .off, folderDigest: String = "files"
) -> CacheRules {
  CacheRules(
    asOf: asOf.map(day), people: people, sources: sources, folderDigest: folderDigest,
    currency: "EUR", timeZone: "Europe/Berlin")
}

/// A table as text: cells with a bar between them, NULL as `-`.
func lines(_ table: Tables.Table) -> [String] {
  table.rows.map { row in
    row.map { cell in
      switch cell {
      case .null: "-"
      case .integer(let integer): String(integer)
      case .real(let real): String(real)
      case .text(let text): text
      }
    }.joined(separator: " | ")
  }
}

extension ChargesReader {
  /// What the example asks for, as text.
  func lines(_ sql: String, _ parameters: [String: Cell] = [:]) throws -> [String] {
    SnapshotStoreTests.lines(try rows(sql, parameters))
  }
}

/// Each team has one subscription, `sub-` and its name.
func teamBook(_ teams: [String]) -> PriceBook {
  PriceBook(
    membership: Membership(
      subscriptions: teams.map { team in
        SubscriptionPeriod(
          subscription: "sub-" + team, team: team, name: "",
          validity: Validity(from: nil, to: nil))
      },
      teams: []))
}
