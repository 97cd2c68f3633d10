/// How much one query may do. None of them is a time: the same query always ends the same way.
package struct QueryLimits: Hashable, Sendable {
  /// Steps of SQLite's virtual machine.
  package var steps: Int
  package var rows: Int
  package var bytesPerValue: Int

  package static let standard = QueryLimits(
    steps: 2_000_000_000, rows: 100_000, bytesPerValue: 1_000_000)

  package init(steps: Int, rows: Int, bytesPerValue: Int) {
    self.steps = steps
    self.rows = rows
    self.bytesPerValue = bytesPerValue
  }
}
