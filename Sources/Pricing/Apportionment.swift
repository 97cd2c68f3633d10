/// Divides a whole number in proportion to weights so that the parts add up to it exactly.
///
/// Largest remainder: every part is rounded towards zero, then the parts with the largest remainders
/// get one more; of equal remainders the earlier wins. A negative total is divided like its absolute
/// amount. A negative weight counts as 0; where no weight is positive, all are taken as equal.
/// - Returns: One part per weight; nothing for no weights.
package func apportion(_ total: Int64, by weights: [Int64]) -> [Int64] {
  guard !weights.isEmpty else { return [] }
  let positive = weights.map { Int128(max(0, $0)) }
  let sum = positive.reduce(0, +)
  guard sum > 0 else { return apportion(total, by: weights.map { _ in 1 }) }

  let shares = positive.map { (Int128(total.magnitude) * $0).quotientAndRemainder(dividingBy: sum) }
  var parts = shares.map(\.quotient)
  let left = Int(Int128(total.magnitude) - parts.reduce(0, +))
  if left > 0 {
    let largestRemainderFirst = shares.indices.sorted {
      (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
    }
    for index in largestRemainderFirst.prefix(left) { parts[index] += 1 }
  }
  return parts.map { Int64(truncatingIfNeeded: total < 0 ? -$0 : $0) }
}
