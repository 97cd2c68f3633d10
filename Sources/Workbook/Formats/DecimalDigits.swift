/// Appends a number in decimal digits, with zeros in front where it has fewer than `count`.
func appendDigits(_ number: UInt64, atLeast count: Int = 1, to bytes: inout [UInt8]) {
  let start = bytes.count
  var rest = number
  while rest > 0 || bytes.count - start < count {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
    rest /= 10
  }
  bytes[start...].reverse()
}
