/// Why a text is not a count.
package enum NumberProblem: Error, Hashable {
  case notNumber
  case negative
  case fractional
  /// Larger than 9,223,372,036,854,775,807.
  case tooLarge
}

/// Reads a count, written as JSON writes numbers: `1250`, `1250.0` and `1.25E3` are the same.
///
/// Exact: the digits never pass through a `Double`.
package func wholeNumber(_ text: UnsafeRawBufferPointer) throws(NumberProblem) -> Int64 {
  // Almost every count is a few digits.
  if (1...18).contains(text.count), text[0] != 0x30 || text.count == 1 {
    var number: Int64 = 0
    var isPlain = true
    for byte in text {
      isPlain = isPlain && (0x30...0x39).contains(byte)
      number = number &* 10 &+ Int64(byte & 0x0F)
    }
    if isPlain { return number }
  }
  guard let parts = DecimalParts(text) else { throw .notNumber }
  return try parts.wholeNumber()
}

/// digits × 10^exponent
private struct DecimalParts {
  var isNegative = false
  /// Without zeros at the start or the end.
  var digits: [UInt8] = []
  var exponent = 0

  init?(_ text: UnsafeRawBufferPointer) {
    var rest = text[...]
    isNegative = rest.first == 0x2D
    if isNegative { rest.removeFirst() }
    let whole = Self.digits(takenFrom: &rest)
    guard !whole.isEmpty, whole[0] != 0 || whole.count == 1 else { return nil }
    digits = whole
    if rest.first == 0x2E {
      rest.removeFirst()
      let fraction = Self.digits(takenFrom: &rest)
      guard !fraction.isEmpty else { return nil }
      digits += fraction
      exponent = -fraction.count
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest.removeFirst()
      let sign = rest.first
      if sign == 0x2B || sign == 0x2D { rest.removeFirst() }
      let power = Self.digits(takenFrom: &rest)
      guard !power.isEmpty else { return nil }
      // Beyond a million the result is zero, a fraction or too large, whatever the digits.
      let size = power.reduce(0) { min($0 * 10 + Int($1), 1_000_000_000) }
      exponent += sign == 0x2D ? -size : size
    }
    guard rest.isEmpty else { return nil }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    digits.removeFirst(digits.prefix { $0 == 0 }.count)
  }

  func wholeNumber() throws(NumberProblem) -> Int64 {
    if digits.isEmpty { return 0 }
    if isNegative { throw .negative }
    if exponent < 0 { throw .fractional }
    if digits.count + exponent > 19 { throw .tooLarge }
    var number: Int64 = 0
    for digit in digits + [UInt8](repeating: 0, count: exponent) {
      let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int64(digit))
      if overflow || carry { throw .tooLarge }
      number = sum
    }
    return number
  }

  private static func digits(takenFrom rest: inout Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    let taken = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[taken.endIndex...]
    return taken.map { $0 - 0x30 }
  }
}
