extension ValueFormatter {
  /// Labels of the ticks of one axis, all in one unit (none, k, M…) and with the same decimals: as
  /// few as keep them exact.
  ///
  /// The largest tick alone carries the currency symbol or the percent sign.
  /// - Parameter ticks: In the unit of the column: nano for money, 1 for 100 % for percent.
  package func axisLabels(of ticks: [Double], as format: ValueFormat) -> [String] {
    let numbers = ticks.map { $0 * axisFactor(of: format) }
    let largest = numbers.map(\.magnitude).max() ?? 0
    let magnitude = format == .percent ? nil : axisMagnitude(for: largest, of: locale)
    let scaled = numbers.map { $0 / Double(magnitude?.size ?? 1) }
    let decimals = axisDecimals(of: scaled)
    let top = numbers.max() ?? 0
    let signs = format.isMoney ? locale.moneySigns : locale.numberSigns
    return zip(numbers, scaled).map { number, scaledNumber in
      if number == 0 { return signs.text(0, decimals: 0) }
      let units = (scaledNumber.magnitude * powerOfTen(decimals)).rounded()
      let digits =
        signs.text(UInt128(exactly: units) ?? .max, decimals: decimals) + (magnitude?.suffix ?? "")
      let sign = sign(number < 0)
      guard number == top else { return sign + digits }
      switch format {
      // The text of a drawing is never broken.
      case .money, .price, .average, .rounded: return money.placed(digits, sign: sign, joiner: "")
      case .percent: return sign + percent(digits)
      default: return sign + digits
      }
    }
  }
}

private func axisFactor(of format: ValueFormat) -> Double {
  if format.isMoney { return 1e-9 }
  return format == .percent ? 100 : 1
}

/// Up to 9,999 a number is short enough as it stands.
private func axisMagnitude(for largest: Double, of locale: LocaleNotation) -> Magnitude? {
  guard largest >= 10_000 else { return nil }
  return locale.language.magnitudes.last { largest >= Double($0.size) }
}

/// At most six: what no price and no share on an axis goes beyond.
private func axisDecimals(of numbers: [Double]) -> Int {
  // Ticks are multiples of a power of ten, which binary does not hold exactly.
  let tolerance = (numbers.map(\.magnitude).max() ?? 0) * 1e-6
  return (0..<6).first { decimals in
    let power = powerOfTen(decimals)
    return numbers.allSatisfy {
      ($0 * power - ($0 * power).rounded()).magnitude <= tolerance * power
    }
  } ?? 6
}

private func powerOfTen(_ exponent: Int) -> Double {
  (0..<exponent).reduce(1.0) { power, _ in power * 10 }
}
