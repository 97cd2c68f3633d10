import Ingestion

/// The lines of one source that an import leaves out, as the person at the terminal is told.
struct BadLines {
  /// Lines of each problem that are shown.
  private static let mostExamples = 3

  private var counts: [String: Int] = [:]
  private var examples: [String: [String]] = [:]

  mutating func add(_ problem: RecordProblem, _ place: RecordPlace) {
    counts[problem.kind, default: 0] += 1
    guard examples[problem.kind, default: []].count < Self.mostExamples else { return }
    examples[problem.kind, default: []]
      .append(IngestionError.record(problem, place).errorDescription ?? "")
  }

  /// Says nothing where no line was left out. Also a quiet import says it: its exit code asks for
  /// a person.
  func report(of source: String, on console: Console) {
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return }
    var text =
      "warning: \(lines(total)) of source '\(source)' could not be read and \(wereSkipped(total))"
    for (kind, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      text += "\n  \(lines(count)): \(kind)"
      for example in examples[kind, default: []] {
        text += "\n    " + example.split(separator: "\n").joined(separator: "\n    ")
      }
      if count > Self.mostExamples { text += "\n    and \(count - Self.mostExamples) more" }
    }
    console.error(text + "\n  fix: correct the lines, and import their files again")
  }
}

private func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

private func wereSkipped(_ count: Int) -> String { count == 1 ? "was skipped" : "were skipped" }
