/// `number` as an SVG coordinate: rounded to two decimals, without trailing zeros.
///
/// A hundredth of a pixel is below what any screen or printer shows, and rounding in one place
/// gives equal bytes for equal drawings. What is not finite is written as 0.
package func svgNumber(_ number: Double) -> String {
  var bytes: [UInt8] = []
  appendSVGNumber(number, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Appends what ``svgNumber(_:)`` returns.
func appendSVGNumber(_ number: Double, to bytes: inout [UInt8]) {
  let hundredths = (number * 100).rounded()
  guard hundredths.isFinite else { return bytes.append(zeroDigit) }
  // Beyond this, pixels have no meaning and Int64 no room.
  let whole = Int64(min(max(hundredths, -1e15), 1e15))
  if whole < 0 { bytes.append(UInt8(ascii: "-")) }
  let (pixels, decimals) = whole.magnitude.quotientAndRemainder(dividingBy: 100)
  appendDigits(pixels, to: &bytes)
  guard decimals > 0 else { return }
  bytes.append(UInt8(ascii: "."))
  bytes.append(zeroDigit + UInt8(truncatingIfNeeded: decimals / 10))
  if decimals % 10 > 0 { bytes.append(zeroDigit + UInt8(truncatingIfNeeded: decimals % 10)) }
}

private let zeroDigit = UInt8(ascii: "0")

private func appendDigits(_ number: UInt64, to bytes: inout [UInt8]) {
  if number >= 1000 { return appendDigits(ofMany: number, to: &bytes) }
  // Nearly all pixels of a drawing.
  let small = UInt32(truncatingIfNeeded: number)
  if small >= 100 { bytes.append(zeroDigit + UInt8(truncatingIfNeeded: small / 100)) }
  if small >= 10 { bytes.append(zeroDigit + UInt8(truncatingIfNeeded: small / 10 % 10)) }
  bytes.append(zeroDigit + UInt8(truncatingIfNeeded: small % 10))
}

private func appendDigits(ofMany number: UInt64, to bytes: inout [UInt8]) {
  if number >= 10 { appendDigits(ofMany: number / 10, to: &bytes) }
  bytes.append(zeroDigit + UInt8(number % 10))
}
