extension ValueFormatter {
  /// Labels of the ticks of one axis, all in one unit (none, k, M, bn, tn) and with the same
  /// decimals: as few as keep them exact.
  ///
  /// The largest tick alone carries the currency symbol or the percent sign.
  /// - Parameter ticks: In the unit of the column: nano for money, 1 for 100 % for percent.
  package func axisLabels(of ticks: [Double], as format: ValueFormat) -> [String] {
    let numbers = ticks.map { $0 * axisFactor(of: format) }
    let largest = numbers.map(\.magnitude).max() ?? 0
    let magnitude = format == .percent ? nil : axisMagnitude(for: largest)
    let scaled = numbers.map { $0 / Double(magnitude?.size ?? 1) }
    let decimals = axisDecimals(of: scaled)
    let top = numbers.max() ?? 0
    return zip(numbers, scaled).map { number, scaledNumber in
      let isTop = number == top && number != 0
      let units = (scaledNumber.magnitude * powerOfTen(decimals)).rounded()
      return sign(number < 0)
        + (isTop && (format == .money || format == .price) ? money.symbol : "")
        + decimalText(UInt128(units), decimals: number == 0 ? 0 : decimals)
        + (number == 0 ? "" : magnitude?.suffix ?? "")
        + (isTop && format == .percent ? Typography.noBreakSpace + "%" : "")
    }
  }
}

private func axisFactor(of format: ValueFormat) -> Double {
  if format.isMoney { return 1e-9 }
  return format == .percent ? 100 : 1
}

/// Up to 9,999 a number is short enough as it stands.
private func axisMagnitude(for largest: Double) -> Magnitude? {
  guard largest >= 10_000 else { return nil }
  return Magnitude.all.last { largest >= Double($0.size) }
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
