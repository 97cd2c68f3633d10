import Charts
import Testing

@Suite struct BudgetBarTests {
  @Test(arguments: cases)
  func `a budget bar has a picture`(name: String, used: Double?, budget: Double?) throws {
    try expectGolden(
      budgetBar(used: used, budget: budget, pace: 22 / 30.0), "budget-\(name).svg")
  }

  static let cases: [(String, Double?, Double?)] = [
    ("within", 72, 100),
    ("used-up", 100, 100),
    ("little-over", 100.1, 100),
    ("half-over", 150, 100),
    ("far-over", 1_000, 100),
    ("unused", 0, 100),
    ("of-zero", 5, 0),
    ("credits", -10, 100),
  ]

  @Test func `three quarters of a budget fill three quarters of its frame`() {
    #expect(
      budgetBar(used: 75, budget: 100, pace: 0.5) == """
        <svg class="budget" width="92" height="16" viewBox="0 0 92 16" aria-hidden="true">
        <path class="now-mark" d="M0 5h69v6h-69z"/>
        <rect class="budget-frame" fill="none" x="0.5" y="2.5" width="91" height="11"/>
        <path class="pace-tick" d="M46.5 0V16"/>
        </svg>

        """)
  }

  @Test func `what is over the budget stands right of the frame, as high as the frame`() {
    #expect(
      budgetBar(used: 184, budget: 92, pace: nil) == """
        <svg class="budget" width="92" height="16" viewBox="0 0 92 16" aria-hidden="true">
        <path class="now-mark" d="M0 5h46v6h-46zM46 2h46v12h-46z"/>
        <rect class="budget-frame" fill="none" x="0.5" y="2.5" width="45" height="11"/>
        </svg>

        """)
  }

  @Test(arguments: unknownCases)
  func `without a budget or a known use the cell is empty`(used: Double?, budget: Double?) {
    #expect(
      budgetBar(used: used, budget: budget, pace: 0.5) == """
        <svg class="budget" width="92" height="16" viewBox="0 0 92 16" aria-hidden="true">
        </svg>

        """)
  }

  static let unknownCases: [(Double?, Double?)] = [
    (5, nil), (5, -1), (5, .nan), (5, .infinity), (nil, 100), (.nan, 100), (.infinity, 100),
  ]

  @Test(arguments: [nil, -0.1, 1.1, Double.nan, .infinity])
  func `a pace outside the period has no tick`(pace: Double?) {
    #expect(!budgetBar(used: 5, budget: 10, pace: pace).contains("pace-tick"))
  }
}
