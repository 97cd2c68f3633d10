import UsageModel

/// A whole number of decimal fractions written with comma-grouped thousands: 123456 hundredths are
/// `1,234.56`. The sign is left to the caller.
func decimalText(_ units: UInt128, decimals: Int) -> String {
  let digits = String(units)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let whole = groupedDigits(UInt128(padded.dropLast(decimals)) ?? 0)
  return decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
}
