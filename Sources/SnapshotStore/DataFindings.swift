import Pricing
import UsageModel

/// Collects what a person should know about the data, while it streams by.
struct DataFindings {
  /// One metered model, or one metric, of one source.
  private struct Subject: Hashable {
    let source: String
    let name: String
  }

  private struct Mismatch {
    let firstDay: CalendarDay
    var days: Set<CalendarDay> = []
    var total: Int128 = 0
    var parts: Int128 = 0
  }

  private(set) var charged: Set<Finding> = []
  private var mismatches: [Subject: Mismatch] = [:]
  private var others: [Subject: (firstDay: CalendarDay, tokens: Int128)] = [:]

  mutating func add(_ findings: [Finding]) {
    charged.formUnion(findings)
  }

  mutating func add(_ usage: DayUsage) {
    for entry in usage.usage {
      let counts = entry.counts
      guard let total = counts.total, let prompt = counts.prompt,
        let completion = counts.completion
      else { continue }
      let parts = Int128(prompt) + Int128(completion)
      // What a total has above its parts is charged and reported where it is.
      guard Int128(total) < parts else { continue }
      let subject = Subject(source: entry.source, name: entry.series.model)
      var mismatch = mismatches[subject] ?? Mismatch(firstDay: usage.day)
      mismatch.days.insert(usage.day)
      mismatch.total += Int128(total)
      mismatch.parts += parts
      mismatches[subject] = mismatch
    }
    for other in usage.others {
      let subject = Subject(source: other.source, name: other.metric)
      let before = others[subject] ?? (firstDay: usage.day, tokens: 0)
      others[subject] = (before.firstDay, before.tokens + Int128(other.tokens))
    }
  }

  /// In any order.
  var findings: [Finding] {
    var findings = Array(charged)
    for (subject, mismatch) in mismatches {
      findings.append(
        Finding(
          severity: .attention, code: "total-mismatch", day: mismatch.firstDay,
          subject: subject.name,
          detail: "source '\(subject.source)' metered \(groupedDigits(mismatch.total)) tokens in "
            + "total, and \(groupedDigits(mismatch.parts)) in prompt and completion, on "
            + "\(mismatch.days.count) " + (mismatch.days.count == 1 ? "day" : "days"),
          remedy: "prompt and completion are charged; look for missing records at the source"))
    }
    for (subject, sum) in others {
      findings.append(
        Finding(
          severity: .note, code: "unknown-metric", day: sum.firstDay, subject: subject.name,
          detail: "source '\(subject.source)' metered \(groupedDigits(sum.tokens)) tokens under a "
            + "name that is in no token class",
          remedy: "nothing to do: they stand in 'metered' and are not charged"))
    }
    return findings
  }
}
