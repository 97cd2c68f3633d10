import Pricing

/// An amount as it is shown, in units of 10^−decimals: rounded half to even once.
/// - Parameter decimals: 0 to 9.
package func shownUnits(_ nano: Int64, decimals: Int) -> Int64 {
  let nanoPerUnit = nanoPerUnit(decimals)
  let (quotient, remainder) = nano.quotientAndRemainder(dividingBy: nanoPerUnit)
  // Of at most a billion, so its double fits.
  let twice = abs(remainder) * 2
  let isUp = twice > nanoPerUnit || (twice == nanoPerUnit && quotient % 2 != 0)
  return isUp ? quotient + nano.signum() : quotient
}

/// What the row *rounding* has to show so that the shown parts add up to the shown total.
/// - Parameters:
///   - parts: In nano, before rounding.
///   - total: In nano.
/// - Returns: In nano; nil where no such row is needed.
package func roundingDifference(parts: [Int64], total: Int64, decimals: Int) -> Int64? {
  let shown = parts.reduce(Int128(0)) { $0 + Int128(shownUnits($1, decimals: decimals)) }
  let difference = Int128(shownUnits(total, decimals: decimals)) - shown
  return difference == 0 ? nil : Int64(exactly: difference * Int128(nanoPerUnit(decimals)))
}

/// The shares of parts as whole percents that add up to 100, by largest remainder.
/// - Parameter parts: Not negative; nil is unknown and has no share.
/// - Returns: One per part; nil for an unknown part, and for all where the parts add up to nothing.
package func wholePercents(of parts: [Int64?]) -> [Int?] {
  guard parts.contains(where: { ($0 ?? 0) > 0 }) else { return parts.map { _ in nil } }
  let percents = apportion(100, by: parts.map { $0 ?? 0 })
  return zip(parts, percents).map { part, percent in part == nil ? nil : Int(percent) }
}

private func nanoPerUnit(_ decimals: Int) -> Int64 {
  nanoPerUnits[9 - decimals]
}

/// By how many of the nine places are not shown.
private let nanoPerUnits: [Int64] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
]
