import Analysis

/// Writes amounts of one currency.
struct MoneyNotation: Hashable, Sendable {
  let symbol: String
  let minorUnits: Int

  /// `€1,234.56`, or without the symbol `1,234.56`.
  func money(_ nano: Int64, hasSymbol: Bool = true) -> String {
    let units = shownUnits(nano, decimals: minorUnits)
    return leading(units < 0, hasSymbol: hasSymbol)
      + decimalText(UInt128(units.magnitude), decimals: minorUnits)
  }

  /// `+€1,234.56`, `−€1,234.56`; what is shown as zero has no sign.
  func change(_ nano: Int64, hasSymbol: Bool = true) -> String {
    guard shownUnits(nano, decimals: minorUnits) > 0 else {
      return money(nano, hasSymbol: hasSymbol)
    }
    return "+" + (hasSymbol ? Typography.wordJoiner : "") + money(nano, hasSymbol: hasSymbol)
  }

  /// Three digits, with two to six decimals.
  func average(_ nano: Int64) -> String {
    var decimals = 2
    while decimals < 6, shownUnits(nano, decimals: decimals).magnitude < 100 { decimals += 1 }
    let units = shownUnits(nano, decimals: decimals)
    return units == 0
      ? money(0)
      : leading(units < 0) + decimalText(UInt128(units.magnitude), decimals: decimals)
  }

  /// As few decimals as say the price exactly: two to six.
  func price(_ nanoPerMillion: Int64) -> String {
    var units = shownUnits(nanoPerMillion, decimals: 6)
    var decimals = 6
    while decimals > 2, units % 10 == 0 {
      units /= 10
      decimals -= 1
    }
    return leading(units < 0) + decimalText(UInt128(units.magnitude), decimals: decimals)
  }

  /// Sign and symbol, which a line may not break between.
  private func leading(_ isNegative: Bool, hasSymbol: Bool = true) -> String {
    guard hasSymbol else { return sign(isNegative) }
    return (isNegative ? Typography.minus + Typography.wordJoiner : "") + symbol
  }
}
