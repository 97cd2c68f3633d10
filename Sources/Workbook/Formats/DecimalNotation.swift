/// A whole number of decimal fractions written with comma-grouped thousands: 123456 hundredths are
/// `1,234.56`. The sign is left to the caller.
func decimalText(_ units: UInt128, decimals: Int) -> String {
  let digits = String(units)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let whole = groupedDigits(String(padded.dropLast(decimals)))
  return decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
}

/// `1204000` as `1,204,000`.
func groupedDigits(_ digits: String) -> String {
  var grouped = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
    grouped.append(digit)
  }
  return grouped
}
