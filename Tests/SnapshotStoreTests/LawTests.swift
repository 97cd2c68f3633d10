import SeededCases
import Foundation
import Pricing
import SnapshotStore
import Testing
import UsageModel

/// The laws of the product, over usage that was made up at random.
@Suite struct LawTests {
  @Test(arguments: Array(stride(from: UInt64(1), through: 181, by: 20)))
  func `nothing is lost, and all parts add up to the charges`(firstSeed: UInt64) throws {
    for seed in firstSeed..<firstSeed + 20 {
      try withTemporaryFolder { folder in
        let made = MadeUsage(seed: seed)
        let reader = try made.reader(in: folder, seed.isMultiple(of: 2) ? .names : pseudonyms)

        let charged = try reader.lines("select day, sum(tokens) from charges group by day")
        #expect(charged == made.tokensByDay(), "seed \(seed)")
        for part in parts {
          let whole = try reader.lines(part.query("charges"))
          #expect(try reader.lines(part.query(part.view)) == whole, "\(part.view), seed \(seed)")
        }
        let summed = try reader.lines(summedLines)
        #expect(try reader.lines("select * from monthly_lines") == summed, "seed \(seed)")
      }
    }
  }

  @Test(arguments: Array(stride(from: UInt64(401), through: 491, by: 10)))
  func `an import in any order and any number of batches is the same import`(
    firstSeed: UInt64
  ) throws {
    for seed in firstSeed..<firstSeed + 10 {
      try withTemporaryFolder { folder in
        let made = MadeUsage(seed: seed)
        let snapshot = try Snapshot.make(in: folder)
        try snapshot.add(made.points)
        let before = FileManager.default.contents(atPath: snapshot.path)
        var generator = SplitMix64(seed: seed)
        let shuffled = made.points.shuffled(using: &generator)

        let outcome = try snapshot.replaceDays(
          of: "gateway", permitLoss: false, importedAt: "2026-11-03T03:00:00Z"
        ) { receive in
          for point in shuffled { try receive(UsageBatch(points: [point])) }
          return receipt(of: shuffled)
        }

        #expect(!outcome.isChange, "seed \(seed)")
        #expect(
          FileManager.default.contents(atPath: snapshot.path) == before, "seed \(seed)")
      }
    }
  }

  @Test(arguments: Array(stride(from: UInt64(601), through: 691, by: 10)))
  func `an import that fails leaves the snapshot as it was`(firstSeed: UInt64) throws {
    struct Interrupted: Error {}
    for seed in firstSeed..<firstSeed + 10 {
      try withTemporaryFolder { folder in
        let made = MadeUsage(seed: seed)
        let snapshot = try Snapshot.make(in: folder)
        try snapshot.add(made.points)
        let before = FileManager.default.contents(atPath: snapshot.path)
        let other = MadeUsage(seed: seed + 10_000).points

        #expect(throws: Interrupted.self, "seed \(seed)") {
          try snapshot.replaceDays(
            of: "gateway", permitLoss: true, importedAt: "2026-11-03T03:00:00Z"
          ) { receive in
            try receive(UsageBatch(points: Array(other.prefix(Int(seed % 17)))))
            throw Interrupted()
          }
        }
        #expect(
          FileManager.default.contents(atPath: snapshot.path) == before, "seed \(seed)")
      }
    }
  }
}

private let pseudonyms = ShownPeople.pseudonyms(
  PseudonymKey(Array("0123456789abcdef".utf8))!)

/// A view that holds the charges in another grain.
private struct Part {
  let view: String
  let key: String
  /// Charges of no tokens have no lines.
  var having = ""
  let sums: String

  func query(_ view: String) -> String {
    "select \(key), \(sums) from \(view) group by \(key) \(having)"
  }
}

private let parts = [
  Part(
    view: "people", key: "month, team, feature",
    sums: "sum(tokens), sum(cost), sum(unpriced_tokens), sum(requests)"),
  Part(view: "daily_teams", key: "day, cost_centre, team", sums: additiveSums),
  Part(view: "daily_features", key: "day, feature, model", sums: additiveSums),
  Part(view: "monthly", key: "month, cost_centre, team, feature, model", sums: additiveSums),
  Part(
    view: "charge_lines", key: "day, team, subscription, feature, model",
    having: "having sum(tokens) > 0", sums: "sum(tokens), sum(cost)"),
]

/// What `monthly_lines` holds.
private let summedLines = """
  select month, team, cost_centre, subscription, feature, model, token_class, sum(tokens), rate,
    price, sum(cost), sum(case when rate is null then tokens else 0 end)
  from charge_lines
  group by month, team, cost_centre, subscription, feature, model, token_class, rate
  """

private let additiveSums = """
  sum(tokens), sum(cost), sum(unpriced_tokens), sum(priced_tokens), sum(requests),
  sum(input_tokens), sum(cached_tokens), sum(cache_write_tokens), sum(output_tokens)
  """

/// Usage and a price book decided by a seed.
private struct MadeUsage {
  let points: [UsagePoint]
  private let book: PriceBook

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func pick<Element>(_ choices: [Element]) -> Element {
      choices.randomElement(using: &generator)!
    }
    func count() -> Int64? {
      Int.random(in: 0..<5, using: &generator) == 0
        ? nil : Int64.random(in: 0...3_000_000, using: &generator)
    }

    points = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      let date = pick(["2026-09-29", "2026-09-30", "2026-10-01", "2026-10-02", "2026-10-05"])
      return point(
        date, subscription: pick(["sub-a", "sub-b", "sub-c", "unknown"]),
        user: pick(["ann", "bob", "eve", "unknown"]), feature: pick(["chat", "search"]),
        model: pick(["gpt-4o", "claude-3", "opal"]),
        TokenCounts(
          prompt: count(), completion: count(), cached: count(), cacheWrite: count(),
          reasoning: count(), requests: count()))
    }
    let periods = ["sub-a", "sub-b"].map { subscription in
      SubscriptionPeriod(
        subscription: subscription, team: pick(["sales", "lab"]), name: "",
        validity: Validity(from: pick([nil, day("2026-10-01")]), to: nil))
    }
    let rates = ["gpt-4o", "claude-3"].enumerated().map { index, model in
      rate(
        RateScope(model: model, tokenClass: pick([nil, .input, .output])),
        nanoPerMillion: Int64.random(in: 0...20_000_000_000, using: &generator), line: index + 2,
        from: pick([nil, "2026-10-01"]))
    }
    book = PriceBook(
      membership: Membership(subscriptions: periods, teams: []), rates: rates)
  }

  func reader(in folder: String, _ people: ShownPeople) throws -> ChargesReader {
    let snapshot = try Snapshot.make(in: folder)
    try snapshot.add(points)
    return try ChargesCache.refresh(
      at: folder + "/charges.sqlite", from: snapshot, book: book, rules: rules(people: people))
  }

  /// `day | tokens`, from contract.md 3 directly: cached tokens lie inside the prompt of `gpt-*`,
  /// beside that of `claude-*`, and in no class of any other model.
  func tokensByDay() -> [String] {
    var tokens: [CalendarDay: Int64] = [:]
    for point in points {
      let counts = point.counts
      let cachedBeside = point.series.model == "claude-3" ? counts.cached ?? 0 : 0
      tokens[point.day, default: 0] +=
        (counts.prompt ?? 0) + (counts.completion ?? 0) + (counts.cacheWrite ?? 0) + cachedBeside
    }
    return tokens.sorted { $0.key < $1.key }.map { "\($0.key) | \($0.value)" }
  }
}
