/// What a million tokens of one class cost, in 10⁻⁹ of the reporting currency.
///
/// 2.50 per 1M tokens is `2_500_000_000`.
package struct Price: Hashable, Sendable {
  package let nanoPerMillion: Int64

  package init(nanoPerMillion: Int64) {
    self.nanoPerMillion = nanoPerMillion
  }

  /// tokens × price, rounded half to even once, to nano.
  /// - Parameter tokens: Not negative.
  /// - Returns: nil where the amount does not fit into 64 bits (9.2 billion units).
  package func cost(of tokens: Int64) -> Money? {
    Int64(exactly: roundedHalfToEven(Int128(tokens) * Int128(nanoPerMillion), dividedBy: 1_000_000))
      .map(Money.init(nano:))
  }
}

/// dividend ÷ divisor, a tie going to the even neighbour.
/// - Parameter divisor: Positive.
package func roundedHalfToEven(_ dividend: Int128, dividedBy divisor: Int128) -> Int128 {
  var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  if remainder < 0 {
    quotient -= 1
    remainder += divisor
  }
  let twice = remainder * 2
  let roundsUp = twice > divisor || (twice == divisor && quotient % 2 != 0)
  return roundsUp ? quotient + 1 : quotient
}
