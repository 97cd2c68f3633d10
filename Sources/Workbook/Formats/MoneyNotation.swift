import Analysis

/// Writes amounts of one currency in one locale.
struct MoneyNotation: Hashable, Sendable {
  let currency: CurrencyNotation
  let minorUnits: Int
  let signs: NumberSigns
  let placement: CurrencyPlacement

  /// `€1,234.56`, or without the symbol `1,234.56`.
  func money(_ nano: Int64, hasSymbol: Bool = true) -> String {
    text(shownUnits(nano, decimals: minorUnits), decimals: minorUnits, hasSymbol: hasSymbol)
  }

  /// Without decimals: `€1,235`.
  func rounded(_ nano: Int64) -> String {
    text(shownUnits(nano, decimals: 0), decimals: 0)
  }

  /// `+€1,234.56`, `−€1,234.56`; what is shown as zero has no sign.
  func change(_ nano: Int64, hasSymbol: Bool = true) -> String {
    text(
      shownUnits(nano, decimals: minorUnits), decimals: minorUnits, hasSymbol: hasSymbol,
      hasPlus: true)
  }

  /// Three digits, with two to six decimals.
  func average(_ nano: Int64) -> String {
    var decimals = 2
    while decimals < 6, shownUnits(nano, decimals: decimals).magnitude < 100 { decimals += 1 }
    let units = shownUnits(nano, decimals: decimals)
    return units == 0 ? money(0) : text(units, decimals: decimals)
  }

  /// As few decimals as say the price exactly: two to six.
  func price(_ nanoPerMillion: Int64) -> String {
    var units = shownUnits(nanoPerMillion, decimals: 6)
    var decimals = 6
    while decimals > 2, units % 10 == 0 {
      units /= 10
      decimals -= 1
    }
    return text(units, decimals: decimals)
  }

  /// With the symbol, around digits that are already written.
  func placed(_ digits: String, sign: String, joiner: String = Typography.wordJoiner) -> String {
    placement.text(digits, sign: sign, currency: currency, joiner: joiner)
  }

  private func text(
    _ units: Int64, decimals: Int, hasSymbol: Bool = true, hasPlus: Bool = false
  ) -> String {
    let digits = signs.text(UInt128(units.magnitude), decimals: decimals)
    let sign = hasPlus && units > 0 ? "+" : sign(units < 0)
    return hasSymbol ? placed(digits, sign: sign) : sign + digits
  }
}
