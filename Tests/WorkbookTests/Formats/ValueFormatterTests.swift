import Tables
import Testing
import Workbook

@Suite struct ValueFormatterTests {
  let formatter = ValueFormatter(currency: "EUR", minorUnits: 2)

  /// Spaces of the expected text that must not break are written as `_`, minus signs as `~`.
  private func expect(_ cell: Cell, as format: ValueFormat, is expected: String) throws {
    let typeset = expected.replacing("_", with: "\u{A0}").replacing("~€", with: "~\u{2060}€")
      .replacing("+€", with: "+\u{2060}€").replacing("~", with: "\u{2212}")

    #expect(try formatter.text(cell, as: format) == typeset)
  }

  @Test(
    arguments: [
      (1_234_560_000_000, "€1,234.56"), (0, "€0.00"), (-1_234_560_000_000, "~€1,234.56"),
      (5_000_000, "€0.00"), (15_000_000, "€0.02"), (25_000_000, "€0.02"), (-5_000_000, "€0.00"),
      (999_995_000_001, "€1,000.00"), (.max, "€9,223,372,036.85"), (.min, "~€9,223,372,036.85"),
    ] as [(Int64, String)])
  func `money has the symbol and is rounded half to even once`(
    nano: Int64, text: String
  ) throws {
    try expect(.integer(nano), as: .money, is: text)
  }

  @Test func `an amount is money without the symbol`() throws {
    try expect(.integer(-1_234_560_000_000), as: .amount, is: "~1,234.56")
  }

  @Test(
    arguments: [
      (1_234_560_000_000, "€1,235"), (500_000_000, "€0"), (1_500_000_000, "€2"),
      (-40_475_120_000_000, "~€40,475"), (0, "€0"), (.min, "~€9,223,372,037"),
    ] as [(Int64, String)])
  func `an estimate is rounded to whole units`(nano: Int64, text: String) throws {
    try expect(.integer(nano), as: .rounded, is: text)
  }

  @Test(
    arguments: [
      (2_500_000_000, "€2.50"), (37_500_000, "€0.0375"), (1_234_567_000, "€1.234567"),
      (1_234_567_500, "€1.234568"), (30_000_000_000, "€30.00"), (0, "€0.00"), (1_000, "€0.000001"),
      (-37_500_000, "~€0.0375"),
    ] as [(Int64, String)])
  func `a price has two to six decimals`(nano: Int64, text: String) throws {
    try expect(.integer(nano), as: .price, is: text)
  }

  @Test(
    arguments: [
      (2_419_799_000, "€2.42"), (4_315_000, "€0.00432"), (37_500_000, "€0.0375"), (0, "€0.00"),
      (1_000, "€0.000001"), (100, "€0.00"), (12_345_678_000_000, "€12,345.68"),
      (-4_315_000, "~€0.00432"),
    ] as [(Int64, String)])
  func `an average shows three digits`(nano: Int64, text: String) throws {
    try expect(.integer(nano), as: .average, is: text)
  }

  @Test func `a difference is a change without the symbol`() throws {
    try expect(.integer(1_234_560_000_000), as: .difference, is: "+1,234.56")
    try expect(.integer(-1_234_560_000_000), as: .difference, is: "~1,234.56")
  }

  @Test(
    arguments: [
      (1_234_560_000_000, "+€1,234.56"), (-1_234_560_000_000, "~€1,234.56"), (0, "€0.00"),
      (4_000_000, "€0.00"), (-4_000_000, "€0.00"),
    ] as [(Int64, String)])
  func `a change has a sign unless it shows nothing`(nano: Int64, text: String) throws {
    try expect(.integer(nano), as: .change, is: text)
  }

  @Test(
    arguments: [
      (.integer(0), "0"), (.integer(950), "950"), (.integer(999), "999"), (.integer(1_000), "1.0k"),
      (.integer(1_250), "1.2k"), (.integer(99_949), "99.9k"), (.integer(99_950), "100k"),
      (.integer(999_499), "999k"), (.integer(999_500), "1.0M"), (.integer(1_204_000), "1.2M"),
      (.integer(35_500_000_000), "35.5bn"), (.integer(2_000_000_000_000), "2.0tn"),
      (.integer(-1_204_000), "~1.2M"), (.real(12.34), "12.3"), (.real(-0.04), "0.0"),
      (.real(12), "12"), (.real(1_234.5), "1.2k"), (.integer(.max), "9,223,372tn"),
    ] as [(Cell, String)])
  func `a compact number has at most three digits and a unit`(cell: Cell, text: String) throws {
    try expect(cell, as: .compact, is: text)
  }

  @Test(
    arguments: [
      (950, "950"), (840_123, "840,123"), (1_204_000, "1.2_million"),
      (35_500_000_000, "35.5_billion"), (-2_000_000_000_000, "~2.0_trillion"),
    ] as [(Int64, String)])
  func `words are whole below a million`(number: Int64, text: String) throws {
    try expect(.integer(number), as: .words, is: text)
  }

  @Test(
    arguments: [
      (.integer(1_204_000), "1,204,000"), (.integer(999), "999"), (.integer(-1_000), "~1,000"),
      (.real(1_234.5), "1,234"), (.real(-0.4), "0"),
    ] as [(Cell, String)])
  func `tokens are grouped by thousands`(cell: Cell, text: String) throws {
    try expect(cell, as: .tokens, is: text)
  }

  @Test(
    arguments: [
      (.real(0.45), "45_%"), (.real(0.081), "8.1_%"), (.real(0.0999), "10_%"),
      (.real(0.0996), "10_%"),
      (.real(0.0994), "9.9_%"), (.integer(1), "100_%"), (.real(12.5), "1,250_%"),
      (.integer(0), "0_%"), (.real(0.0001), "0.0_%"), (.real(-0.081), "~8.1_%"),
      (.real(-0.0001), "0.0_%"),
    ] as [(Cell, String)])
  func `a percentage below ten has one decimal`(cell: Cell, text: String) throws {
    try expect(cell, as: .percent, is: text)
  }

  @Test(
    arguments: [
      (.real(0.081), "+8.1_%"), (.real(-0.03), "~3.0_%"), (.real(0.45), "+45_%"), (.real(0), "0_%"),
      (.real(-0.0001), "0.0_%"),
    ] as [(Cell, String)])
  func `a delta has a sign`(cell: Cell, text: String) throws {
    try expect(cell, as: .delta, is: text)
  }

  @Test(
    arguments: [
      (.real(0.081), "8.1_% more"), (.real(-0.03), "3.0_% less"), (.integer(0), "exactly as much"),
      (.real(0.0001), "under 0.1_% more"), (.real(-0.0001), "under 0.1_% less"),
    ] as [(Cell, String)])
  func `more says the direction in a word`(cell: Cell, text: String) throws {
    try expect(cell, as: .more, is: text)
  }

  @Test(arguments: [
    (ValueFormat.day, "2026-11-22", "22_November"), (.date, "2026-11-02", "2_November_2026"),
    (.short, "2026-09-02", "2_Sep_2026"), (.month, "2026-11", "November_2026"),
    (.month, "2026-05-31", "May_2026"),
  ])
  func `a date stays on one line`(format: ValueFormat, value: String, text: String) throws {
    try expect(.text(value), as: format, is: text)
  }

  @Test(
    arguments: [
      (.text("<b>a b"), "<b>a b"), (.integer(-1_204_000), "~1204000"), (.real(0.5), "0.5"),
      (.text(""), ""),
    ] as [(Cell, String)])
  func `text is as it is`(cell: Cell, text: String) throws {
    try expect(cell, as: .text, is: text)
  }

  @Test(arguments: ValueFormat.allCases)
  func `NULL is a value in every format`(format: ValueFormat) throws {
    let isMoney = [
      ValueFormat.money, .amount, .rounded, .price, .average, .change, .difference,
    ].contains(format)

    try expect(.null, as: format, is: isMoney ? "no agreed price yet" : "not known")
  }

  @Test(arguments: [
    ("GBP", "£1,234.50"), ("USD", "$1,234.50"), ("JPY", "¥1,234"), ("KWD", "KWD_1,234.500"),
    ("CHF", "CHF_1,234.50"), ("XYZ", "XYZ_1,234.50"),
  ])
  func `a currency has its sign and its decimals`(currency: String, text: String) throws {
    let text = text.replacing("_", with: "\u{A0}")

    let formatted = try ValueFormatter(currency: currency).text(
      .integer(1_234_500_000_000), as: .money)

    #expect(formatted == text)
  }
}
