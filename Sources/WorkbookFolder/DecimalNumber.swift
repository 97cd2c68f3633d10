import SourceText

/// Why a text is not the decimal number that is wanted.
enum DecimalMistake: Error, Hashable {
  case notANumber
  case comma
  case negative
  case tooManyPlaces
  case tooLarge
}

/// Reads a decimal number exactly, as a count of 10⁻ᵖˡᵃᶜᵉˢ.
///
/// Only digits and one point: `1,250.50`, `1 250` and `1e3` mean different numbers to different
/// readers.
func scaledDecimal(_ text: String, places: Int) throws(DecimalMistake) -> Int128 {
  guard !text.contains(",") else { throw .comma }
  let isNegative = text.hasPrefix("-")
  let parts = text.dropFirst(isNegative ? 1 : 0)
    .split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else {
    throw .notANumber
  }
  guard !isNegative else { throw .negative }
  var fraction = parts.count == 2 ? parts[1] : ""
  while fraction.last == "0" { fraction.removeLast() }
  guard fraction.count <= places else { throw .tooManyPlaces }
  let padding = String(repeating: "0", count: places - fraction.count)
  let digits = (parts[0] + fraction + padding).drop { $0 == "0" }
  // 38 digits always fit into 128 bits.
  guard digits.count <= 38 else { throw .tooLarge }
  return Int128(digits) ?? 0
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// A number that people write with a comma: the remedy shows it with a point.
func remedyForComma(in text: String) -> String {
  let parts = text.split(separator: ",", omittingEmptySubsequences: false)
  let isDecimalComma = parts.count == 2 && parts[1].count != 3 && !text.contains(".")
  return isDecimalComma
    ? "write a decimal point: \(text.replacing(",", with: "."))"
    : "write a decimal point and no thousands separators, such as 1250.50"
}
