/// A power of a thousand that large numbers are written in.
struct Magnitude: Hashable, Sendable {
  let size: UInt128
  /// After the number, without a space.
  let suffix: String
  /// After the number and a no-break space.
  let word: String

  static let all = [
    Magnitude(size: 1_000, suffix: "k", word: "thousand"),
    Magnitude(size: 1_000_000, suffix: "M", word: "million"),
    Magnitude(size: 1_000_000_000, suffix: "bn", word: "billion"),
    Magnitude(size: 1_000_000_000_000, suffix: "tn", word: "trillion"),
  ]
}

/// A number to three digits at most: one decimal below a hundred, and the magnitude that is left out.
/// - Returns: nil below the smallest magnitude.
func shortened(
  _ number: UInt128, magnitudes: [Magnitude]
) -> (digits: String, magnitude: Magnitude)? {
  guard let smallest = magnitudes.first, number >= smallest.size else { return nil }
  for (index, magnitude) in magnitudes.enumerated() {
    let tenths = rounded(number * 10, dividedBy: magnitude.size)
    let wholes = rounded(number, dividedBy: magnitude.size)
    // 999,950 is 1.0M and not 1,000k.
    if wholes >= 1_000, index < magnitudes.count - 1 { continue }
    return (
      tenths < 1_000 ? decimalText(tenths, decimals: 1) : decimalText(wholes, decimals: 0),
      magnitude
    )
  }
  return nil
}

/// Half to even.
private func rounded(_ dividend: UInt128, dividedBy divisor: UInt128) -> UInt128 {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  let isUp = remainder * 2 > divisor || (remainder * 2 == divisor && quotient % 2 == 1)
  return isUp ? quotient + 1 : quotient
}
