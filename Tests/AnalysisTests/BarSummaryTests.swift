import Analysis
import Testing

@Suite struct BarSummaryTests {
  @Test(
    arguments: [
      ([], "There is nothing to show."),
      ([("chat", nil)], "The total is not known."),
      ([("chat", 0), ("code", 0)], "The total is €0."),
      ([("chat", 7)], "chat is the only one, with €7."),
      (
        [("mail", nil), ("code", 25), ("chat", 75)],
        "chat is the largest of 2 with €75, 75 % of €100; code follows with €25."
      ),
      (
        [("b", 50), ("a", 50)],
        "a is the largest of 2 with €50, 50 % of €100; b follows with €50."
      ),
    ] as [([(String, Int64?)], String)])
  func `a bar chart is summed up by its two largest bars`(
    bars: [(String, Int64?)], expected: String
  ) throws {
    let summary = try barSummary(
      of: bars.map { (name: $0.0, amount: $0.1) }, words: plainWords)

    #expect(summary == expected)
  }
}
