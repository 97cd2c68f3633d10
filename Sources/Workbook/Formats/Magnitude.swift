/// A power of a thousand that large numbers are written in.
struct Magnitude: Hashable, Sendable {
  let size: UInt128
  /// After the number, with its space where the language has one.
  let suffix: String
  /// After the number and a no-break space; nil where sentences write the digits.
  let word: String?
  /// In place of `word` after a number below two.
  let wordBelowTwo: String?

  init(size: UInt128, suffix: String, word: String?, wordBelowTwo: String? = nil) {
    self.size = size
    self.suffix = suffix
    self.word = word
    self.wordBelowTwo = wordBelowTwo ?? word
  }
}

/// A number to three digits at most: one decimal below a hundred, and the magnitude that is left out.
struct ShortenedNumber {
  /// Of 10⁻`decimals` magnitudes.
  let units: UInt128
  let decimals: Int
  let magnitude: Magnitude

  /// - Parameter magnitudes: From the smallest to the largest.
  /// - Returns: nil below the smallest magnitude.
  init?(_ number: UInt128, magnitudes: [Magnitude]) {
    guard let smallest = magnitudes.first, number >= smallest.size else { return nil }
    // 999,950 is 1.0M and not 1,000k.
    let fitting = magnitudes.first { rounded(number, dividedBy: $0.size) < 1_000 }
    magnitude = fitting ?? magnitudes.last ?? smallest
    let tenths = rounded(number * 10, dividedBy: magnitude.size)
    let hasDecimal = tenths < 1_000
    units = hasDecimal ? tenths : rounded(number, dividedBy: magnitude.size)
    decimals = hasDecimal ? 1 : 0
  }

  var word: String? { decimals == 1 && units < 20 ? magnitude.wordBelowTwo : magnitude.word }
}

/// Half to even.
private func rounded(_ dividend: UInt128, dividedBy divisor: UInt128) -> UInt128 {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  let isUp = remainder * 2 > divisor || (remainder * 2 == divisor && quotient % 2 == 1)
  return isUp ? quotient + 1 : quotient
}
