/// Lines of one file that an import left out for one reason.
///
/// Nothing of the lines themselves: it may name people.
package struct SkippedLines: Hashable, Sendable {
  package var file: String
  /// One of a few fixed texts, such as `not JSON`.
  package let problem: String
  package let count: Int64
  /// The numbers of the first few, from 1, ascending.
  package let examples: [Int]
  /// The first and last day that the file has usage of; nil where it has none.
  package let days: ClosedRange<CalendarDay>?

  package init(
    file: String, problem: String, count: Int64, examples: [Int],
    days: ClosedRange<CalendarDay>?
  ) {
    self.file = file
    self.problem = problem
    self.count = count
    self.examples = examples
    self.days = days
  }
}
