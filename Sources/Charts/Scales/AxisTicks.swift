/// The labelled numbers of an axis that holds zero and everything from `lowest` to `highest`.
///
/// Three to six ticks, a step of 1, 2 or 5 × 10ⁿ, the first and last at or beyond the data: columns
/// stand on zero and never leave the plot. Without any extent there is no step to choose, and zero
/// is the only tick.
func axisTicks(from lowest: Double, to highest: Double) -> [Double] {
  let below = max(-lowest, 0)
  let above = max(highest, 0)
  guard max(below, above) > 1e-290 else { return [0] }
  var exponent = decimalExponent(below: max(below, above))
  while true {
    for mantissa in [1.0, 2, 5] {
      let stepsBelow = (units(in: below, exponent) / mantissa).rounded(.up)
      let stepsAbove = (units(in: above, exponent) / mantissa).rounded(.up)
      guard stepsBelow + stepsAbove <= 5 else { continue }
      return (-Int(stepsBelow)...Int(stepsAbove)).map { step in
        multiple(Double(step) * mantissa, exponent)
      }
    }
    exponent += 1
  }
}

/// An exponent whose power of ten is at most a tenth of `extent`, where the search for a step starts.
private func decimalExponent(below extent: Double) -> Int {
  var exponent = 0
  while units(in: extent, exponent) >= 100 { exponent += 1 }
  while units(in: extent, exponent) < 10 { exponent -= 1 }
  return exponent
}

/// How many times 10ⁿ fits into `number`.
private func units(in number: Double, _ exponent: Int) -> Double {
  exponent < 0 ? number * powerOfTen(-exponent) : number / powerOfTen(exponent)
}

/// `count` × 10ⁿ. Divided rather than multiplied for a negative n: 3 ÷ 10 is 0.3, 3 × 0.1 is not.
private func multiple(_ count: Double, _ exponent: Int) -> Double {
  let number = exponent < 0 ? count / powerOfTen(-exponent) : count * powerOfTen(exponent)
  return min(max(number, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
}

private func powerOfTen(_ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
