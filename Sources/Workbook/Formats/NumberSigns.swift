/// What stands between the digits of a number.
struct NumberSigns: Hashable, Sendable {
  /// Between the whole and its fraction.
  let decimal: String
  /// Between thousands.
  let group: String

  /// A whole number of decimal fractions: 123456 hundredths are `1,234.56`. The sign is left to the
  /// caller.
  func text(_ units: UInt128, decimals: Int) -> String {
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(padded.dropLast(decimals))
    return decimals == 0 ? whole : whole + decimal + padded.suffix(decimals)
  }

  private func grouped(_ digits: Substring) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += group }
      text.append(digit)
    }
    return text
  }
}
