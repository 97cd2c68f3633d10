import SourceText
import UsageModel

/// Reads a source that is pulled.
func readServiceSource(
  _ kind: ServiceSourceKind, in section: YAMLSection<SourceKey>, name: String,
  until: CalendarDay?, trustedHosts: [String], mistakes: inout [Diagnostic]
) -> ServiceSource? {
  let place = readServicePlace(
    of: kind, in: section, trustedHosts: trustedHosts, mistakes: &mistakes)
  let audience = readAudience(in: section, mistakes: &mistakes)
  let dimensions = readDimensions(in: section, mistakes: &mistakes).filled(from: .recommended)
  let metrics = readMetrics(in: section, mistakes: &mistakes)
  let credential = readCredential(in: section, mistakes: &mistakes)
  let from = readFirstDay(in: section, until: until, mistakes: &mistakes)
  guard let place else { return nil }
  return ServiceSource(
    name: name, kind: place.kind, endpoint: place.endpoint, audience: audience ?? place.audience,
    dimensions: dimensions, metrics: metrics, credential: credential, from: from, until: until)
}

private func readMetrics(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> [String]? {
  guard let entry = section.entry(.metrics) else { return nil }
  guard let nodes = entry.node.sequence else {
    mistakes.append(section.wrongKind(of: entry.node, key: .metrics, expected: "a list"))
    return nil
  }
  if nodes.isEmpty {
    mistakes.append(
      Diagnostic(
        "'metrics' names none", in: section.file, at: entry.node.position,
        remedy: "write '\(SourceKey.metrics.example)', "
          + "or remove it: then every name that ends in ' Tokens' counts"))
  }
  var names: [String] = []
  for node in nodes {
    guard let written = section.text(of: node, key: .metrics, mistakes: &mistakes) else {
      continue
    }
    if names.contains(written.text) {
      mistakes.append(
        written.mistake(
          "\(quoted(written.text)) is in 'metrics' twice", remedy: "remove one of them"))
    }
    names.append(written.text)
  }
  return names
}

private func readCredential(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> CredentialKind? {
  guard let written = section.text(.credential, mistakes: &mistakes) else { return nil }
  if let credential = CredentialKind(rawValue: written.text) { return credential }
  let names = CredentialKind.allCases.map(\.rawValue)
  let remedy = suggestion(for: written.text, in: names, of: "values")
  mistakes.append(
    nearestName(to: written.text, in: names) != nil
      ? written.mistake(
        "unknown value \(quoted(written.text)) of 'credential'", remedy: remedy)
      // Not shown: somebody may have written the credential itself.
      : written.mistake(
        "unknown value of 'credential'",
        remedy: remedy + "; what they sign in with comes from the environment"
      ).showing(nil))
  return nil
}

private func readFirstDay(
  in section: YAMLSection<SourceKey>, until: CalendarDay?, mistakes: inout [Diagnostic]
) -> CalendarDay? {
  guard let written = section.text(.from, mistakes: &mistakes),
    let from = calendarDay(written, mistakes: &mistakes)
  else { return nil }
  if let until, until < from {
    mistakes.append(
      written.mistake(
        "'from' is after 'until', which is \(until)",
        remedy: "write the first day in 'from' and the last in 'until'"))
  }
  return from
}
