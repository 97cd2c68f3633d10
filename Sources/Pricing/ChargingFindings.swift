import UsageModel

/// The assumptions of a day, added up by source and metered model and worded for people.
struct ChargingFindings {
  private struct Subject: Hashable {
    let source: String
    let model: String
  }

  private var excess: [Subject: (cached: Int128, prompt: Int128)] = [:]
  private var onlyInTotal: [Subject: Int128] = [:]
  private var modelsOfUnknownRelation: Set<String> = []
  private var modelsWithoutCacheWrites: Set<String> = []

  mutating func add(_ assumption: Assumption, of part: MeteredModel) {
    let subject = Subject(source: part.source, model: part.model)
    switch assumption {
    case .cachedExceedsPrompt(let cached, let prompt):
      let before = excess[subject] ?? (cached: 0, prompt: 0)
      excess[subject] = (cached: before.cached + cached, prompt: before.prompt + prompt)
    case .onlyInTotal(let tokens):
      onlyInTotal[subject, default: 0] += tokens
    case .cachedRelationUnknown:
      modelsOfUnknownRelation.insert(part.model)
    case .cacheWritesNotMetered:
      modelsWithoutCacheWrites.insert(part.model)
    }
  }

  /// Ordered by code, subject and detail. A finding without a day is the same on every day.
  func worded(on day: CalendarDay) -> [Finding] {
    var findings: [Finding] = []
    for (subject, tokens) in excess {
      findings.append(
        Finding(
          severity: .attention, code: "cached-exceeds-prompt", day: day, subject: subject.model,
          detail: "source '\(subject.source)' metered \(groupedDigits(tokens.cached)) cached "
            + "tokens and only \(groupedDigits(tokens.prompt)) prompt tokens; the prompt is charged "
            + "in full",
          remedy: "if cached tokens of '\(subject.model)' are not part of the prompt count, "
            + "write 'beside' for it in models.csv, or 'cached: beside' where its source is LiteLLM"
        ))
    }
    for (subject, tokens) in onlyInTotal {
      findings.append(
        Finding(
          severity: .attention, code: "only-in-total", day: day, subject: subject.model,
          detail: "source '\(subject.source)' metered \(groupedDigits(tokens)) tokens only in a "
            + "total; where only the completion is missing they are charged as output, else as input",
          remedy: "let the source send prompt and completion tokens with every total"))
    }
    for model in modelsOfUnknownRelation {
      findings.append(
        Finding(
          severity: .attention, code: "cached-relation-unknown", subject: model,
          detail: "approximate: it is not known whether cached tokens of '\(model)' lie inside the "
            + "prompt; the prompt is charged in full",
          remedy: "say so in models.csv: 'inside' or 'beside' for '\(model)'"))
    }
    for model in modelsWithoutCacheWrites {
      findings.append(
        Finding(
          severity: .note, code: "cache-writes-not-metered", subject: model,
          detail: "cache writes of '\(model)' are not metered: its cost is a lower bound",
          remedy: "nothing to do, unless the source can send cache write tokens"))
    }
    return findings.sorted { ($0.code, $0.subject, $0.detail) < ($1.code, $1.subject, $1.detail) }
  }
}
