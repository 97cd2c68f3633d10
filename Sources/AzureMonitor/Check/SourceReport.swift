import KustoQuery
import UsageModel

/// What a check of a source found, for a terminal.
package struct SourceReport: Hashable, Sendable {
  private let heading: String
  package let sections: [ReportSection]
  private let unansweredCount: Int

  package init(_ checked: CheckedSource) {
    let days = checked.days
    heading =
      "\(checked.source.name), \(days.lowerBound) to \(days.upperBound) "
      + "(\(counted(days.count, "day")), \(checked.timeZone))"
    let found: [ReportSection?] =
      checked.isSilent
      ? silenceSections(checked)
      : [metricSection(checked), dimensionSection(checked), userSection(checked)]
        + coverageSections(checked)
        + [
          countSection(checked), delaySection(checked), daySection(checked),
          suspicionSection(checked),
        ]
    unansweredCount = checked.answers.unanswered.count
    sections = (found + [unansweredSection(checked.answers.unanswered)]).compactMap { $0 }
      .filter { !$0.lines.isEmpty }
  }

  package var text: String {
    ([heading + "\n" + summary] + sections.map(\.text)).joined(separator: "\n\n")
  }

  private var summary: String {
    var findings = 0
    var suspicions = 0
    for line in sections.flatMap(\.lines) {
      switch line {
      case .finding: findings += 1
      case .suspicion: suspicions += 1
      case .fact, .table, .numbered: break
      }
    }
    var parts: [String] = []
    if findings > 0 { parts.append("\(counted(findings, "thing")) to look at (!)") }
    if unansweredCount > 0 {
      parts.append("\(counted(unansweredCount, "question")) without an answer")
    }
    if suspicions > 0 { parts.append("\(counted(suspicions, "suspicion")) (?)") }
    return parts.isEmpty ? "Nothing stands out." : parts.joined(separator: ", ") + "."
  }
}

private func unansweredSection(_ unanswered: [CompletenessAnswers.Unanswered]) -> ReportSection? {
  guard !unanswered.isEmpty else { return nil }
  return ReportSection(
    title: "Not known, because the question failed",
    lines: unanswered.map { .fact("\($0.subject.inWords): \($0.reason)") })
}

extension CompletenessSubject {
  fileprivate var inWords: String {
    switch self {
    case .metricNames: "which metrics occur"
    case .propertyKeys: "which properties occur"
    case .dimensionValues: "how often dimensions are empty"
    case .placeholderUsers: "which users are nobody"
    case .heaviestKeys: "what no team and no rate covers"
    case .totalsApart: "whether totals are prompt + completion"
    case .cachedAbovePrompt: "whether cached tokens exceed the prompt"
    case .ingestionDelay: "how late records come"
    case .repeatedRecords: "whether records are repeated, and days without records"
    case .sampledRequests: "whether requests are sampled"
    case .places: "where records come from"
    case .gatewayDays: "what calls lack"
    }
  }
}
