/// What stands between the digits of a number.
struct NumberSigns: Hashable, Sendable {
  /// Between the whole and its fraction.
  let decimal: String
  /// Between thousands.
  let group: String

  /// A whole number of decimal fractions: 123456 hundredths are `1,234.56`. The sign is left to the
  /// caller.
  func text(_ units: UInt128, decimals: Int) -> String {
    if let units = UInt64(exactly: units) { return text(units, decimals: decimals) }
    return text(digits: Array(String(units).utf8), decimals: decimals)
  }

  private func text(_ units: UInt64, decimals: Int) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    appendDigits(units, atLeast: decimals + 1, to: &digits)
    return text(digits: digits, decimals: decimals)
  }

  /// - Parameter digits: At least one more than there are decimals.
  private func text(digits: [UInt8], decimals: Int) -> String {
    let wholeCount = digits.count - decimals
    guard decimals > 0 || wholeCount > 3 else { return String(decoding: digits, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count * 2)
    for (place, digit) in digits.enumerated() {
      let left = wholeCount - place
      if left == 0 {
        bytes.append(contentsOf: decimal.utf8)
      } else if left > 0, place > 0, left % 3 == 0 {
        bytes.append(contentsOf: group.utf8)
      }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
