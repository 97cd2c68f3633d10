import Analysis
import Testing

@Suite struct BudgetUseTests {
  @Test(
    arguments: [
      (50, 100, 0.5, nil), (100, 100, 1, nil), (130, 100, 1.3, 30), (0, 0, 0, nil),
      (7, 0, nil, 7), (-5, 100, -0.05, nil), (-5, 0, nil, nil), (nil, 100, nil, nil),
      (5, nil, nil, nil), (5, -1, nil, nil), (999_999, 1, 999_999, 999_998),
      (1_000_000, 1, nil, 999_999), (.max, 1, nil, .max - 1),
    ] as [(Int64?, Int64?, Double?, Int64?)])
  func `a share needs a budget above zero, an overrun any budget`(
    used: Int64?, budget: Int64?, share: Double?, overrun: Int64?
  ) {
    let use = BudgetUse(name: "", used: used, budget: budget)

    #expect(use.share == share)
    #expect(use.overrun == overrun)
  }
}
