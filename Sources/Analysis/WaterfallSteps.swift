/// A total, what was added to it and taken away, and the total that it became.
package struct WaterfallSteps: Hashable, Sendable {
  package struct Amount: Hashable, Sendable {
    package let label: String
    /// nil is unknown.
    package let amount: Int64?

    package init(label: String, amount: Int64?) {
      self.label = label
      self.amount = amount
    }
  }

  package let start: Amount
  package let steps: [Amount]
  package let end: Amount

  package init(start: Amount, steps: [Amount], end: Amount) {
    self.start = start
    self.steps = steps
    self.end = end
  }

  /// End − start; nil where either is unknown.
  /// - Parameter column: The name for an error.
  package func difference(of column: String) throws(AnalysisError) -> Int64? {
    guard let start = start.amount, let end = end.amount else { return nil }
    return try fitting(Int128(end) - Int128(start), column)
  }

  /// What the known steps lack to the difference: zero unless a step is unknown or forgotten. nil where a
  /// total is unknown.
  package func unexplained(of column: String) throws(AnalysisError) -> Int64? {
    guard let start = start.amount, let end = end.amount else { return nil }
    let known = steps.reduce(Int128(0)) { $0 + Int128($1.amount ?? 0) }
    return try fitting(Int128(end) - Int128(start) - known, column)
  }

  package var hasUnknownStep: Bool { steps.contains { $0.amount == nil } }

  private func fitting(_ sum: Int128, _ column: String) throws(AnalysisError) -> Int64 {
    guard let sum = Int64(exactly: sum) else { throw .tooLarge(column: column) }
    return sum
  }
}
