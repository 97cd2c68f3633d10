import Tables

extension ValueFormat {
  /// A value as this format writes it, from the formatter itself.
  var referenceExample: String {
    let formatter = ValueFormatter(currency: "EUR")
    let text = (try? formatter.text(exampleCell, as: self)) ?? ""
    return "`\(text)` from \(exampleWords)"
  }

  private var exampleCell: Cell {
    switch self {
    case .money, .amount, .rounded, .change, .difference: .integer(1_234_560_000_000)
    case .price: .integer(37_500_000)
    case .average: .integer(4_320_000)
    case .compact, .words, .tokens: .integer(1_204_000)
    case .percent: .real(0.453)
    case .delta, .more: .real(0.081)
    case .day, .date, .short, .month: .text("2026-11-22")
    case .text: .text("as it is")
    }
  }

  private var exampleWords: String {
    switch self {
    case .money, .amount, .rounded, .change, .difference: "1,234.56 in nano"
    case .price: "0.0375 in nano"
    case .average: "0.00432 in nano"
    case .compact, .words, .tokens: "1204000"
    case .percent: "0.453"
    case .delta, .more: "0.081"
    case .day, .date, .short, .month: "2026-11-22"
    case .text: "any value"
    }
  }
}
