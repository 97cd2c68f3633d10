import UsageModel

/// What to look at where no tokens came.
func silenceSections(_ checked: CheckedSource) -> [ReportSection] {
  var seen = ReportSection(title: "Nothing to pull")
  guard !checked.isGatewayLog else {
    seen.lines.append(
      .finding(
        "no call of a language model is in ApiManagementGatewayLlmLog on these days",
        fix: ServiceResource(kind: checked.source.kind).settingOfTable))
    return [seen]
  }
  let wanted =
    checked.source.metrics.map { "of \(namesInWords($0, most: 8))" } ?? "that ends in ' Tokens'"
  let metrics = checked.answers.metrics
  seen.lines.append(
    .finding(
      metrics?.isEmpty == true
        ? "the service answers, and has no metric of any name on these days"
        : "the service answers, and has no metric \(wanted) on these days",
      fix: "go through the settings below, in their order"))
  if let roles = checked.answers.sampled, !roles.isEmpty {
    let requests = roles.reduce(0) { $0 &+ $1.requests }
    seen.lines.append(
      .fact(
        "\(counted(requests, "request")) came from \(namesInWords(roles.map(\.role), most: 4)): where "
          + "that is the gateway its logger works, and only the metrics are missing."))
  }
  var settings = ReportSection(title: "What has to be on, in the order in which to look")
  settings.lines.append(.numbered(GatewayPolicy.settings))
  // Names that are nearly right come first of all.
  let names = metricSection(checked).flatMap { $0.lines.contains(where: \.isTable) ? $0 : nil }
  return [seen, names, settings].compactMap { $0 }
}

extension ReportSection.Line {
  fileprivate var isTable: Bool {
    if case .table = self { true } else { false }
  }
}
