/// Where the symbol of a currency stands; a no-break space keeps it with its number.
enum CurrencyPlacement: Hashable, Sendable {
  /// `€1,234.56`, `−€1,234.56`; a code with a space: `CHF 1,234.56`.
  case before
  /// `€ 1.234,56`, `−€ 1.234,56`.
  case spacedBefore
  /// `CHF 1’234.56`, `CHF−1’234.56`.
  case beforeSign
  /// `1.234,56 €`, `−1.234,56 €`.
  case after

  /// - Parameters:
  ///   - sign: `+`, `−` or nothing.
  ///   - joiner: What keeps sign and symbol on one line.
  func text(
    _ digits: String, sign: String, currency: CurrencyNotation, joiner: String
  ) -> String {
    let joiner = sign.isEmpty ? "" : joiner
    let space = Typography.noBreakSpace
    switch self {
    case .before:
      return sign + joiner + currency.symbol + (currency.isCode ? space : "") + digits
    case .spacedBefore: return sign + joiner + currency.symbol + space + digits
    case .beforeSign:
      return currency.symbol + (sign.isEmpty ? space : joiner + sign) + digits
    case .after: return sign + digits + space + currency.symbol
    }
  }
}
