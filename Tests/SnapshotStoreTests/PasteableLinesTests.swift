import SeededCases
import Pricing
import Testing
import UsageModel

@testable import SnapshotStore

/// What a finding offers to paste settles that finding, and nothing else.
@Suite struct PasteableLinesTests {
  private func period(
    _ subscription: String, _ from: String?, _ to: String?
  ) -> SubscriptionPeriod {
    SubscriptionPeriod(
      subscription: subscription, team: "sales", name: "",
      validity: Validity(from: from.map(day), to: to.map(day)))
  }

  private func rate(
    _ scope: RateScope, _ line: Int, from: String? = nil, to: String? = nil
  ) -> Rate {
    pasted(scope, line, Validity(from: from.map(day), to: to.map(day)))
  }

  private func lines(
    rates: [Rate] = [], subscriptions: [SubscriptionPeriod] = []
  ) -> PasteableLines {
    let membership = Membership(subscriptions: subscriptions, teams: [])
    return PasteableLines(
      book: PriceBook(membership: membership, rates: rates), currency: "EUR")
  }

  @Test func `a subscription's line ends before its next period`() {
    let lines = lines(subscriptions: [
      period("web", nil, "2026-09-30"), period("web", "2026-12-01", nil),
      period("web", "2026-11-01", "2026-11-30"), period("shop", "2026-10-10", nil),
    ])

    #expect(
      lines.subscription("web", from: day("2026-10-05")) == "web,TEAM,NAME,2026-10-05,2026-10-31")
    #expect(lines.subscription("new", from: day("2026-10-05")) == "new,TEAM,NAME,2026-10-05,")
    #expect(
      lines.subscription("#a, b", from: day("2026-10-05"))
        == "\"#a, b\",TEAM,NAME,2026-10-05,")
  }

  @Test func `a rate's line ends before the next rate that it would win against`() {
    let lines = lines(rates: [
      rate(RateScope(model: "opal", tokenClass: .output), 2, from: "2026-10-08"),
      rate(RateScope(model: "opal", feature: "chat"), 3, from: "2026-10-09"),
      rate(RateScope(model: "opal", team: "sales"), 4, from: "2026-10-10"),
      rate(RateScope(model: "jade"), 5, from: "2026-10-11"),
      rate(RateScope(tokenClass: .input), 6, from: "2026-10-20"),
      rate(RateScope(), 7, from: "2026-11-01"),
    ])
    let first = day("2026-10-05")

    #expect(
      [nil, .input, .output, .cacheWrite].map {
        lines.rate(model: "opal", tokenClass: $0, from: first)
      } == [
        "opal,,,,,PRICE,1M,EUR,2026-10-05,2026-10-19,,,",
        "opal,,,,input,PRICE,1M,EUR,2026-10-05,2026-10-19,,,",
        "opal,,,,output,PRICE,1M,EUR,2026-10-05,2026-10-07,,,",
        "opal,,,,cache_write,PRICE,1M,EUR,2026-10-05,2026-10-31,,,",
      ])
  }

  @Test(arguments: ["unknown", "unassigned", "a\nb", "a\u{7F}"])
  func `an id that the files refuse has no line`(id: String) {
    #expect(lines().subscription(id, from: day("2026-10-05")) == nil)
    #expect(lines().rate(model: id, tokenClass: nil, from: day("2026-10-05")) == nil)
  }

  @Test func `a model that reads like a pattern has no line`() {
    #expect(lines().rate(model: "opal-*", tokenClass: nil, from: day("2026-10-05")) == nil)
  }

  @Test func `usage that names nothing has a remedy and no line`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([
        point(
          "2026-10-01", subscription: "unknown", model: "unknown", TokenCounts(prompt: 1_234_567))
      ])

      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: noBook, rules: rules())

      #expect(
        try reader.lines("select code, detail, remedy, line from findings") == [
          "unassigned-subscription | 1,234,567 tokens came without a subscription "
            + "| let the gateway policy send the dimension 'Subscription ID' | -",
          "unpriced-model | 1,234,567 tokens of 'unknown' have no agreed price "
            + "| let the gateway policy send the dimension 'Model' | -",
        ])
    }
  }

  @Test(arguments: Array(UInt64(1)...60))
  func `pasting a line changes no charge that was settled`(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      var generator = SplitMix64(seed: seed)
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(madePoints(&generator))
      let book = madeBook(&generator)
      func reader(_ book: PriceBook) throws -> ChargesReader {
        try ChargesCache.refresh(
          at: folder + "/charges.sqlite", from: snapshot, book: book,
          rules: rules(folderDigest: "\(book)"))
      }
      let before = try reader(book)
      let pasteable = try before.rows(
        "select code, line, day from findings where line is not null order by subject, line")
      let priced = try before.lines(
        "select \(pricedColumns) from charge_lines where rate is not null")
      let paid = try before.lines("select \(paidColumns) from charges where team <> 'unassigned'")

      for finding in pasteable.rows {
        let (line, firstDay) = (finding[1].text!, finding[2].text!)
        let changed =
          finding[0].text == "unpriced-model"
          ? book.adding(rateLine: line) : book.adding(subscriptionLine: line)
        #expect(ambiguousPairs(in: changed.rates) == [], "\(line), seed \(seed)")
        #expect(changed.hasOnePeriodPerDay, "\(line), seed \(seed)")

        let after = try reader(changed)
        let nowPaid = try after.lines(
          "select \(paidColumns) from charges where team <> 'unassigned'")
        #expect(Set(paid).isSubset(of: nowPaid), "\(line), seed \(seed)")
        if finding[0].text == "unpriced-model" {
          let nowPriced = try after.lines(
            "select \(pricedColumns) from charge_lines where rate is not null")
          #expect(Set(priced).isSubset(of: nowPriced), "\(line), seed \(seed)")
          #expect(nowPriced.count > priced.count, "\(line), seed \(seed)")
        } else {
          #expect(nowPaid.count > paid.count, "\(line), seed \(seed)")
        }
        let same = try after.lines("select day, line from findings where line is not null")
        #expect(!same.contains("\(firstDay) | \(line)"), "\(line), seed \(seed)")
      }
    }
  }

  private let pricedColumns = "day, subscription, feature, model, token_class, tokens, rate, cost"
  private let paidColumns = "day, subscription, feature, model, team, tokens"

  private func madePoints(_ generator: inout SplitMix64) -> [UsagePoint] {
    (0..<12).map { _ in
      let dayOfMonth = 10 + Int.random(in: 0...9, using: &generator)
      return point(
        "2026-10-\(dayOfMonth)", subscription: ["web", "shop"].randomElement(using: &generator)!,
        feature: ["chat", "ask"].randomElement(using: &generator)!,
        model: ["opal", "jade"].randomElement(using: &generator)!,
        TokenCounts(prompt: 10, completion: Bool.random(using: &generator) ? 3 : 0))
    }
  }

  private func madeBook(_ generator: inout SplitMix64) -> PriceBook {
    func validity() -> Validity {
      let first = day("2026-10-08").advanced(by: Int.random(in: 0...12, using: &generator))
      let last = first.advanced(by: Int.random(in: 0...6, using: &generator))
      return Validity(
        from: Int.random(in: 0...9, using: &generator) == 0 ? nil : first,
        to: Int.random(in: 0...9, using: &generator) == 0 ? nil : last)
    }
    var book = noBook
    for line in 2..<10 {
      let scope = RateScope(
        model: ["opal", nil, nil].randomElement(using: &generator)!,
        feature: ["chat", nil, nil, nil].randomElement(using: &generator)!,
        subscription: ["web", nil, nil, nil].randomElement(using: &generator)!,
        team: ["sales", nil, nil, nil].randomElement(using: &generator)!,
        tokenClass: [.input, .output, nil, nil].randomElement(using: &generator)!)
      let changed = book.adding(pasted(scope, line, validity()))
      if ambiguousPairs(in: changed.rates).isEmpty { book = changed }
      let subscription = ["web", "shop"].randomElement(using: &generator)!
      let period = SubscriptionPeriod(
        subscription: subscription, team: ["sales", "lab"].randomElement(using: &generator)!,
        name: "", validity: validity())
      if book.adding(period).hasOnePeriodPerDay { book = book.adding(period) }
    }
    return book
  }
}

private func pasted(_ scope: RateScope, _ line: Int, _ validity: Validity) -> Rate {
  Rate(
    id: "rate-\(line)", line: line, scope: scope, price: Price(nanoPerMillion: 1_000_000_000),
    writtenPrice: "1", writtenPer: "1M", currency: "EUR", validity: validity)
}

extension PriceBook {
  fileprivate func adding(_ rate: Rate) -> PriceBook {
    PriceBook(membership: membership, rates: rates + [rate])
  }

  fileprivate func adding(_ period: SubscriptionPeriod) -> PriceBook {
    let subscriptions = membership.subscriptions + [period]
    return PriceBook(
      membership: Membership(subscriptions: subscriptions, teams: []), rates: rates)
  }

  /// With the columns of rates.csv.
  fileprivate func adding(rateLine: String) -> PriceBook {
    let fields = rateLine.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let scope = RateScope(model: fields[0], tokenClass: TokenClass(rawValue: fields[4]))
    return adding(
      pasted(scope, 99, Validity(from: CalendarDay(fields[8]), to: CalendarDay(fields[9]))))
  }

  /// With the columns of subscriptions.csv.
  fileprivate func adding(subscriptionLine: String) -> PriceBook {
    let fields = subscriptionLine.split(separator: ",", omittingEmptySubsequences: false)
    return adding(
      SubscriptionPeriod(
        subscription: String(fields[0]), team: "lab", name: "",
        validity: Validity(from: CalendarDay(fields[3]), to: CalendarDay(fields[4]))))
  }

  fileprivate var hasOnePeriodPerDay: Bool {
    let periods = membership.subscriptions
    return periods.indices.allSatisfy { index in
      periods[..<index].allSatisfy {
        $0.subscription != periods[index].subscription
          || !$0.validity.overlaps(periods[index].validity)
      }
    }
  }
}
