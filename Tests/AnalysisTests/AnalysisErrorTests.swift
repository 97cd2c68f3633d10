import Analysis
import Tables
import Testing

@Suite struct AnalysisErrorTests {
  @Test(arguments: [
    (
      AnalysisError.missingColumn(column: "price", columns: ["day", "cost"]),
      "the query has no column 'price'", "select 'price' in the query; it has 'day', 'cost'"
    ),
    (
      .notADate(column: "day", cell: .null), "'NULL' in column 'day' is no date",
      "select a day like 2026-10-31 or a month like 2026-10 as 'day'"
    ),
    (
      .notWhole(column: "cost", cell: .real(0.5)),
      "'0.5' in column 'cost' is no whole number and cannot be added up exactly",
      "use an integer for 'cost': sum(tokens), spend(cost), not a division"
    ),
    (
      .notANumber(column: "share", cell: .text("much")), "'much' in column 'share' is no number",
      "select a number or NULL as 'share'"
    ),
    (
      .twoRows(column: "share", period: "2026-11-22", series: "Care"),
      "two rows give 'share' for '2026-11-22' and 'Care', and such values cannot be added up",
      "group the query so that each place has one row"
    ),
    (
      .twoRows(column: "share", period: "2026-11-22", series: ""),
      "two rows give 'share' for '2026-11-22', and such values cannot be added up",
      "group the query so that each place has one row"
    ),
    (
      .tooLarge(column: "cost"), "the sum of column 'cost' does not fit into 64 bits",
      "check the values of 'cost' at the source"
    ),
  ])
  func `a message says what is wrong and what to type`(
    error: AnalysisError, description: String, remedy: String
  ) {
    #expect(error.errorDescription == description)
    #expect(error.recoverySuggestion == remedy)
  }
}
