/// How a value is written for people; the raw value is its name in templates.
package enum ValueFormat: String, CaseIterable, Hashable, Sendable {
  /// Nano as `€1,234.56`.
  case money
  /// Nano as `1,234.56`.
  case amount
  /// Nano as `€1,235`: for what is estimated.
  case rounded
  /// Nano per million tokens as `€0.0375`: two to six decimals.
  case price
  /// Nano as `€0.00432`, `€2.42`: as many decimals, two to six, as show three digits.
  case average
  /// Nano as `+€1,234.56`, `−€1,234.56`.
  case change
  /// Nano as `+1,234.56`, `−1,234.56`.
  case difference
  /// `1.2M`.
  case compact
  /// `1.2 million`.
  case words
  /// `1,204,000`.
  case tokens
  /// A share as `45 %`, below ten `8.1 %`.
  case percent
  /// A relative change as `+8.1 %`.
  case delta
  /// A relative change as `8.1 % more`, `3.0 % less`, `exactly as much`.
  case more
  /// `22 November`.
  case day
  /// `22 November 2026`.
  case date
  /// `22 Nov 2026`.
  case short
  /// `November 2026`.
  case month
  /// As it is.
  case text
}

extension ValueFormat {
  /// Whether it writes an amount of money, which has to be an integer in nano.
  package var isMoney: Bool {
    switch self {
    case .money, .amount, .rounded, .price, .average, .change, .difference: true
    default: false
    }
  }

  /// Whether the values of several rows can be added up at all.
  package var isAdditive: Bool {
    switch self {
    case .price, .average, .percent, .delta, .more, .day, .date, .short, .month, .text: false
    case .money, .amount, .rounded, .change, .difference, .compact, .words, .tokens: true
    }
  }
}
