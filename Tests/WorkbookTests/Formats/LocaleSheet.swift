import Tables

@testable import Workbook

/// Some values of every format, to be written in each locale.
private let sheetCells: [(format: ValueFormat, cells: [Cell])] = [
  (
    .money,
    [.integer(1_234_567_890_000_000), .integer(-1_234_560_000_000), .integer(0), .integer(.min)]
  ),
  (.amount, [.integer(1_234_567_890_000_000), .integer(-1_234_560_000_000), .null]),
  (.price, [.integer(37_500_000), .integer(2_500_000_000), .integer(-37_500_000)]),
  (.average, [.integer(4_315_000), .integer(12_345_678_000_000), .integer(0)]),
  (
    .change,
    [.integer(1_234_560_000_000), .integer(-1_234_560_000_000), .integer(0), .integer(4_000_000)]
  ),
  (.difference, [.integer(1_234_560_000_000), .integer(-1_234_560_000_000), .integer(0)]),
  (
    .compact,
    [
      .integer(950), .real(12.34), .integer(1_250), .integer(1_204_000), .integer(-35_500_000_000),
      .integer(2_000_000_000_000), .integer(.min),
    ]
  ),
  (
    .words,
    [
      .integer(840_123), .integer(1_000_000), .integer(1_949_999), .integer(2_000_000),
      .integer(1_500_000_000), .integer(35_500_000_000), .integer(-1_000_000_000_000),
      .integer(250_000_000_000_000),
    ]
  ),
  (.tokens, [.integer(0), .integer(999), .integer(-1_000), .integer(1_204_000), .null]),
  (.percent, [.real(0.45), .real(0.081), .integer(0), .real(-0.081), .real(12.5)]),
  (.delta, [.real(0.081), .real(-0.03), .integer(0)]),
  (.more, [.real(0.081), .real(-0.45), .integer(0), .real(0.0001), .real(-0.0001)]),
  (.day, [.text("2026-11-22"), .text("2026-11-01")]),
  (.date, [.text("2026-11-22"), .text("2026-01-01")]),
  (.short, [.text("2026-11-22"), .text("2026-01-01"), .text("2026-09-30")]),
  (.month, [.text("2026-01"), .text("2026-11-22")]),
  (.text, [.text("a-b c"), .integer(-1_204_000), .real(0.5)]),
]

/// One line a format; signs as in ``visible(_:)``.
func sheet(_ locale: LocaleNotation, currency: String) throws -> String {
  let formatter = ValueFormatter(currency: currency, locale: locale)
  return try sheetCells.map { format, cells in
    let texts = try cells.map { visible(try formatter.text($0, as: format)) }
    return "\(format.rawValue): " + texts.joined(separator: " | ")
  }
  .joined(separator: "\n")
}
