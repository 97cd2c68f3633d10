/// Amounts added up from slot to slot.
struct RunningTotal: Hashable {
  /// At the end of each slot, from the first slot to the newest that has an amount.
  let totals: [Double]
  /// The slots among them without an amount, which leave the total as it was.
  let unknown: Set<Int>

  var newest: Int? { totals.indices.last }

  /// - Parameter amounts: What is not finite counts as not known.
  init(_ amounts: [Double?]) {
    let known = amounts.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    let newest = known.lastIndex { $0 != nil } ?? -1
    var total = 0.0
    totals = known.prefix(newest + 1).map { amount in
      total = finiteSum(total, amount ?? 0)
      return total
    }
    unknown = Set((0..<newest + 1).filter { known[$0] == nil })
  }
}

/// A sum that stays a number: beyond the largest one it stops there.
func finiteSum(_ total: Double, _ amount: Double) -> Double {
  min(max(total + amount, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
}
