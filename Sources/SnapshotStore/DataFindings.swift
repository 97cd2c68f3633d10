import UsageModel

/// What a person should know about the data, in any order.
/// - Parameter summary: Of all months.
func dataFindings(_ summary: MonthSummary) -> [Finding] {
  let mismatches = summary.mismatches.map { mismatch in
    Finding(
      severity: .attention, code: "total-mismatch", day: mismatch.firstDay,
      subject: mismatch.name,
      detail: "source '\(mismatch.source)' metered \(groupedDigits(mismatch.tokens.value)) tokens "
        + "in total, and \(groupedDigits(mismatch.parts.value)) in prompt and completion, on "
        + "\(mismatch.days) " + (mismatch.days == 1 ? "day" : "days"),
      remedy: "prompt and completion are charged; look for missing records at the source")
  }
  let others = summary.others.map { other in
    Finding(
      severity: .note, code: "unknown-metric", day: other.firstDay, subject: other.name,
      detail:
        "source '\(other.source)' metered \(groupedDigits(other.tokens.value)) tokens under a "
        + "name that is in no token class",
      remedy: "nothing to do: they stand in 'metered' and are not charged")
  }
  return summary.assumptions + mismatches + others
}

extension MonthSummary {
  /// Adds where a total is less than prompt and completion. What it has above them is charged and
  /// reported where it is.
  mutating func addMismatches(in usage: NumberedDay, of series: StoredSeries) {
    var sums: [Int: (total: Int128, parts: Int128)] = [:]
    for entry in usage.usage {
      let counts = entry.counts
      guard let total = counts.total, let prompt = counts.prompt,
        let completion = counts.completion
      else { continue }
      let parts = Int128(prompt) + Int128(completion)
      guard Int128(total) < parts else { continue }
      let model = series.modelOfSeries[entry.series]
      let before = sums[model] ?? (0, 0)
      sums[model] = (before.total + Int128(total), before.parts + parts)
    }
    for (model, sum) in sums.sorted(by: { $0.key < $1.key }) {
      addMismatch(of: series.models[model], total: sum.total, parts: sum.parts, on: usage.day)
    }
  }
}
