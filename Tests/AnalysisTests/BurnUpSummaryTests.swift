import Analysis
import Tables
import Testing
import UsageModel

@Suite struct BurnUpSummaryTests {
  /// November to the 20th, ten a day.
  private var cost: [Int64?] = (1...30).map { $0 > 20 ? nil : 10 }

  private func summary(
    _ cost: [Int64?], before: [Int64?]? = nil, expected: Int64? = nil,
    likely: (Int64, Int64)? = nil,
    budget: Int64? = nil, asOf: Int = 20, missing: Set<Int> = []
  ) throws -> String {
    let days = CalendarMonth(year: 2026, month: 11).days
    func cell(_ amount: Int64?) -> Cell { amount.map(Cell.integer) ?? .null }
    var names = BurnUpColumnNames(day: "day", amount: "cost")
    if before != nil { names.before = "before" }
    if expected != nil { names.expected = "expected" }
    if likely != nil { (names.low, names.high) = ("low", "high") }
    if budget != nil { names.budget = "budget" }
    let rows = days.enumerated().map { index, day in
      let isFuture = index >= asOf
      return [
        .text("\(day)"), cell(cost[index]), cell(before?[index]),
        cell(isFuture ? expected : nil), cell(isFuture ? likely?.0 : nil),
        cell(isFuture ? likely?.1 : nil), cell(budget),
      ]
    }
    let burnUp = try burnUpDays(
      of: Table(
        columns: ["day", "cost", "before", "expected", "low", "high", "budget"], rows: rows),
      reading: names, asOf: day("2026-11-01").advanced(by: asOf - 1),
      statuses: Dictionary(
        uniqueKeysWithValues: days.prefix(asOf).enumerated().map { index, day in
          (day, missing.contains(index + 1) ? .missing : .received)
        }))
    return try burnUpSummary(of: #require(burnUp), words: plainWords)
  }

  @Test func `the use of the budget stands beside the days gone`() throws {
    #expect(
      try summary(cost, budget: 400)
        == "By 2026-11-20 50 % of the budget is used and 66 % of the days are gone.")
  }

  @Test func `it is said on which side of the budget only where the whole range is`() throws {
    #expect(
      try summary(cost, expected: 15, likely: (10, 18), budget: 400).hasSuffix(
        "The month is expected to end under the budget: at €350 (likely €300 to €380), €50 less."))
    #expect(
      try summary(cost, expected: 15, likely: (11, 18), budget: 310).hasSuffix(
        "The month is expected to end over the budget: at €350 (likely €310 to €380), €40 more."))
    #expect(
      try summary(cost, expected: 15, likely: (10, 25), budget: 400).hasSuffix(
        "The month is expected to end at €350 (likely €300 to €450), which is €50 under the budget; "
          + "the likely range reaches both sides of it."))
    #expect(
      try summary(cost, expected: 15, budget: 340).hasSuffix(
        "The month is expected to end at €350, which is €10 over the budget."))
    #expect(
      try summary(cost, expected: 15, likely: (10, 25), budget: 350).hasSuffix(
        "which is exactly the budget; the likely range reaches both sides of it."))
    #expect(
      try summary(cost, likely: (10, 25), budget: 400).hasSuffix(
        "The month is likely to end at €300 to €450."))
  }

  @Test func `a budget that is used up says since when and by how much`() throws {
    #expect(
      try summary(cost, expected: 15, budget: 155)
        == "The budget of €155 was passed on 2026-11-16; €45 more has been spent since. "
        + "The month is expected to end at €350, which is €195 over the budget.")
    // The correction on the 17th took it below the budget again.
    var corrected = cost
    corrected[16] = -10
    #expect(
      try summary(corrected, budget: 155).hasPrefix(
        "The budget of €155 was passed on 2026-11-18; €25 more"))
  }

  @Test func `a month that is over is compared with its budget`() throws {
    let whole = cost.map { $0 ?? 10 }

    #expect(
      try summary(whole, expected: 9, budget: 400, asOf: 30)
        == "The month ended at €300, 75 % of the budget and €100 under it.")
    #expect(
      try summary(whole, budget: 255, asOf: 30)
        == "The month ended at €300, €45 over the budget of €255, which was passed on 2026-11-26.")
    #expect(
      try summary(whole, budget: 300, asOf: 30)
        == "The month ended at €300, which is exactly the budget.")
    #expect(try summary(whole, asOf: 30) == "The month ended at €300.")
    #expect(
      try summary(whole.map { _ in -1 }, budget: 0, asOf: 30)
        == "The month ended at €-30, €30 under the budget of €0.")
  }

  @Test func `without a budget the days known in both periods are compared`() throws {
    #expect(
      try summary(cost, before: (1...30).map { $0 > 5 ? 8 : nil })
        == "€150 in 15 days, 25 % more than in the same days of 2026-10 (€120). In all it is €200 "
        + "by 2026-11-20.")
    #expect(
      try summary(cost, before: (1...30).map { _ in 10 })
        == "€200 in 20 days, exactly as much as in the same days of 2026-10 (€200).")
    #expect(
      try summary(cost, before: (1...30).map { _ in 0 }, expected: 10)
        == "€200 in 20 days, after €0 in the same days of 2026-10. The month is expected to end at "
        + "€300.")
    #expect(try summary(cost, before: (1...30).map { _ in nil }) == "€200 by 2026-11-20.")
    #expect(
      try summary((1...30).map { $0 == 1 ? 5 : nil }, before: (1...30).map { _ in 4 })
        == "€5 in 1 day, 25 % more than in the same day of 2026-10 (€4).")
  }

  @Test func `missing days are named and not counted as zero`() throws {
    #expect(
      try summary(cost, before: (1...30).map { _ in 8 }, missing: [18])
        == "€190 in 19 days, 25 % more than in the same days of 2026-10 (€152). There is no data for "
        + "2026-11-18.")
  }

  @Test(arguments: [(0, 0), (-5, 100), (0, -20)] as [(Int64, Int64)])
  func `no percentage of nothing, of credits or of less than nothing`(
    amount: Int64, budget: Int64
  ) throws {
    let text = try summary(cost.map { $0.map { _ in amount } }, budget: budget)

    #expect(!text.contains("% of the budget"))
  }

  @Test func `an unknown total is said to be unknown`() throws {
    let unknown = cost.map { _ in Int64?.none }

    #expect(try summary(unknown) == "No amount is known yet.")
    #expect(
      try summary(unknown, expected: 15, budget: 400)
        == "No amount is known yet. The budget is €400. The month is expected to end at €150, which "
        + "is €250 under the budget.")
  }
}
