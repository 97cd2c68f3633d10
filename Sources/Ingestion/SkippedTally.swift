import UsageModel

/// Counts the lines of one file that are left out, by what is wrong with them.
struct SkippedTally {
  /// Lines of each problem whose numbers are kept.
  private static let mostExamples = 5

  private var tallies: [String: (count: Int64, examples: [Int])] = [:]

  mutating func add(_ problem: RecordProblem, line: Int) {
    var tally = tallies[problem.kind] ?? (0, [])
    tally.count += 1
    if tally.examples.count < Self.mostExamples { tally.examples.append(line) }
    tallies[problem.kind] = tally
  }

  /// In order of the problems.
  func lines(of file: String, days: ClosedRange<CalendarDay>?) -> [SkippedLines] {
    tallies.sorted { $0.key < $1.key }.map { problem, tally in
      SkippedLines(
        file: file, problem: problem, count: tally.count, examples: tally.examples, days: days)
    }
  }
}
