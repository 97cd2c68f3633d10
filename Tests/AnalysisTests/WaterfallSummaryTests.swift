import Analysis
import Testing

@Suite struct WaterfallSummaryTests {
  private func waterfall(
    _ start: Int64?, _ steps: [(String, Int64?)], _ end: Int64?
  ) -> WaterfallSteps {
    WaterfallSteps(
      start: .init(label: "October", amount: start),
      steps: steps.map { .init(label: $0.0, amount: $0.1) },
      end: .init(label: "November", amount: end))
  }

  @Test(
    arguments: [
      (
        100, [("more requests", 40), ("a cheaper mix", -5), ("longer requests", 9), ("c", 1)], 145,
        "More requests added €40, longer requests added €9; a cheaper mix took away €5; "
          + "in all +45, from €100 to €145."
      ),
      (
        10, [("b", -2), ("a", -2), ("c", -3)], 3,
        "C took away €3, a took away €2; in all -7, from €10 to €3."
      ),
      (5, [], 5, "In all +0, from €5 to €5."),
      (5, [("a", 0)], 5, "In all +0, from €5 to €5."),
      (nil, [("a", 1)], 5, "A added €1; the difference of the totals is not known."),
      (
        nil, [("a", nil)], nil,
        "The difference of the totals is not known. The amount is not known for a."
      ),
      (
        5, [("a", nil), ("b", 1)], 9,
        "B added €1; in all +4, from €5 to €9. The amount is not known for a; +3 is not explained."
      ),
      (5, [("a", nil)], 5, "In all +0, from €5 to €5. The amount is not known for a."),
      (
        0, [("a", .min)], .min,
        "A took away €9223372036854775807; in all -9223372036854775808, from €0 to "
          + "€-9223372036854775808."
      ),
    ] as [(Int64?, [(String, Int64?)], Int64?, String)])
  func `the largest increases and decreases are named, then the difference`(
    start: Int64?, steps: [(String, Int64?)], end: Int64?, expected: String
  ) throws {
    let summary = try waterfallSummary(of: waterfall(start, steps, end), words: plainWords) {
      $0 < 0 ? "\($0)" : "+\($0)"
    }

    #expect(summary == expected)
  }

  @Test func `what the steps lack is exact`() throws {
    #expect(try waterfall(1, [("a", 2), ("b", nil)], 7).unexplained(of: "cost") == 4)
    #expect(try waterfall(1, [("a", 2), ("b", 4)], 7).unexplained(of: "cost") == 0)
    #expect(try waterfall(nil, [("a", 2)], 7).unexplained(of: "cost") == nil)
  }

  @Test func `a difference beyond 64 bits is an error`() {
    #expect(throws: AnalysisError.tooLarge(column: "cost")) {
      try waterfall(.min, [], .max).difference(of: "cost")
    }
  }
}
