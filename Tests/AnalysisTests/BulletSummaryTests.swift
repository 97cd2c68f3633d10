import Analysis
import Testing

@Suite struct BulletSummaryTests {
  @Test(
    arguments: [
      ([], nil, "There is nothing to show."),
      (
        [("Sales", 130, 100), ("Care", 40, 100), ("Legal", 250, 200)], 0.5,
        "2 of 3 are over their budgets; Legal is furthest over, by €50, with 125 % of it used. "
          + "2 are over the even pace of 50 %."
      ),
      (
        [("Sales", 110, 100), ("Care", 60, 100)], 0.5,
        "1 of 2 is over its budget: Sales, by €10, with 110 % of it used. "
          + "2 are over the even pace of 50 %."
      ),
      (
        [("Sales", 100, 100), ("Care", 60, 100)], 1,
        "None of 2 is over its budget."
      ),
      (
        [("Sales", 40, 100), ("Care", 0, 0)], 0.75,
        "None of 2 is over its budget. None is over the even pace of 75 %."
      ),
      (
        [("Sales", 7, 0), ("Care", 5, 100)], nil,
        "1 of 2 is over its budget: Sales, by €7."
      ),
      ([("Sales", 75, 100)], nil, "Sales has used 75 % of its budget."),
      (
        [("Sales", 125, 100)], 0.5,
        "Sales is over its budget by €25, with 125 % of it used. 1 is over the even pace of 50 %."
      ),
      (
        [("a", 1, nil), ("b", 2, nil), ("c", nil, nil), ("d", 0, -5)], 0.5,
        "No budget is agreed for a, b, c and 1 more."
      ),
      (
        [("a", nil, 10), ("b", 2, nil)], 0.5,
        "What is used is not known for a. No budget is agreed for b."
      ),
    ] as [([(String, Int64?, Int64?)], Double?, String)])
  func `budgets are summed up by those that are over them`(
    rows: [(String, Int64?, Int64?)], pace: Double?, expected: String
  ) throws {
    let summary = try bulletSummary(
      of: rows.map { BudgetUse(name: $0.0, used: $0.1, budget: $0.2) }, pace: pace,
      words: plainWords)

    #expect(summary == expected)
  }
}
