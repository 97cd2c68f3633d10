import Tables
import Testing
import Workbook

@Suite struct ValueFormatErrorTests {
  let formatter = ValueFormatter(currency: "EUR")

  private static let exactMoney =
    "use an integer in nano: sum(cost), spend(cost), not a division; "
    + "per_million(cost, tokens) for a price"

  @Test(arguments: [
    (
      Cell.real(0.5), ValueFormat.money, ValueFormatError.realMoney(format: .money, number: 0.5),
      "'0.5' is not a whole number of nano, and 'money' writes money", exactMoney
    ),
    (
      .text("abc"), .price, .notWhole(format: .price, text: "abc"),
      "'abc' is not a whole number of nano, and 'price' writes money", exactMoney
    ),
    (
      .text("abc"), .tokens, .notANumber(format: .tokens, text: "abc"),
      "'abc' is not a number, and 'tokens' writes numbers",
      "use a column of numbers, or the format 'text'"
    ),
    (
      .real(.infinity), .percent, .notANumber(format: .percent, text: "inf"),
      "'inf' is not a number, and 'percent' writes numbers",
      "use a column of numbers, or the format 'text'"
    ),
    (
      .text("2026-02-30"), .date, .notADate(format: .date, text: "2026-02-30"),
      "'2026-02-30' is not a day, and 'date' writes dates", "use a day such as 2026-10-31"
    ),
    (
      .integer(7), .month, .notADate(format: .month, text: "7"),
      "'7' is not a month, and 'month' writes dates",
      "use a month such as 2026-10 or a day such as 2026-10-31"
    ),
  ])
  func `a value that a format cannot write is an error with its remedy`(
    cell: Cell, format: ValueFormat, error: ValueFormatError, description: String, remedy: String
  ) {
    #expect(throws: error) { try formatter.text(cell, as: format) }
    #expect(error.errorDescription == description)
    #expect(error.recoverySuggestion == remedy)
  }
}
