import SourceText
import UsageModel

/// Reads the list of sources.
func readSources(
  in settings: YAMLSection<SettingsKey>, root: String, mistakes: inout [Diagnostic]
) -> [UsageSource] {
  guard let entry = settings.entry(.sources) else { return [] }
  // `sources:` with every example below it commented out.
  if entry.node.text?.isEmpty == true { return [] }
  guard let nodes = entry.node.sequence else {
    mistakes.append(settings.wrongKind(of: entry.node, key: .sources, expected: "a list"))
    return []
  }
  var sources: [UsageSource] = []
  var lineByName: [String: Int] = [:]
  for node in nodes {
    guard let mapping = node.mapping else {
      mistakes.append(
        Diagnostic(
          "a source must be a mapping, not \(node.kind)", in: settings.file, at: node.position,
          remedy: "write '- name: gateway-export', and its other keys below"))
      continue
    }
    let section = YAMLSection<SourceKey>(
      mapping, in: settings.file, at: node.position, mistakes: &mistakes)
    let name = section.requiredText(.name, mistakes: &mistakes)
    if let name {
      if let line = lineByName[name.text] {
        mistakes.append(
          name.mistake(
            "two sources are called \(quoted(name.text)): lines \(line) and \(name.position.line)",
            remedy: "give each source a name of its own"))
      }
      lineByName[name.text] = name.position.line
    }
    if let source = readSource(section, name: name?.text, root: root, mistakes: &mistakes) {
      sources.append(source)
    }
  }
  return sources
}

private func readSource(
  _ section: YAMLSection<SourceKey>, name: String?, root: String, mistakes: inout [Diagnostic]
) -> UsageSource? {
  let kind = readKind(in: section, mistakes: &mistakes)
  let paths = readSourcePaths(in: section, mistakes: &mistakes)
  let until = section.text(.until, mistakes: &mistakes)
    .flatMap { calendarDay($0, mistakes: &mistakes) }
  guard let kind else { return nil }
  refuseKeys(ofOtherKindsThan: kind, in: section, mistakes: &mistakes)
  let format: SourceFormat?
  switch kind {
  case .azureMonitorExport:
    format = .azureMonitorExport(
      readDimensions(in: section, mistakes: &mistakes).filled(from: .recommended))
  case .csv:
    format = readCSVMapping(in: section, mistakes: &mistakes).map(SourceFormat.csv)
  case .liteLLMDailySpend:
    format = .liteLLMDailySpend(
      LiteLLMMapping(
        dimensions: readDimensions(in: section, mistakes: &mistakes),
        isCacheBeside: readCached(in: section, mistakes: &mistakes)))
  case .openTelemetry:
    format = .openTelemetry(readDimensions(in: section, mistakes: &mistakes))
  case .openAIUsage:
    format = .openAIUsage(readReportMapping(in: section, mistakes: &mistakes))
  case .anthropicUsage:
    format = .anthropicUsage(readReportMapping(in: section, mistakes: &mistakes))
  }
  guard let name, let format else { return nil }
  return UsageSource(
    name: name, paths: paths.map { FolderPath($0, in: root).text }, format: format, until: until)
}

private func readKind(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> SourceKind? {
  guard let written = section.requiredText(.kind, mistakes: &mistakes) else { return nil }
  if let kind = SourceKind(rawValue: written.text) { return kind }
  let kinds = SourceKind.allCases.map(\.rawValue)
  mistakes.append(
    SourceKind.later.contains(written.text)
      ? written.mistake(
        "sources of the kind '\(written.text)' come with a later release",
        remedy: "export the metrics to files; kinds: \(kinds.joined(separator: ", "))")
      : written.mistake(
        "unknown kind of source \(quoted(written.text))",
        remedy: suggestion(for: written.text, in: kinds, of: "kinds")))
  return nil
}

/// One path, or a list of them.
private func readSourcePaths(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> [String] {
  guard let nodes = section.entry(.path)?.node.sequence else {
    return section.requiredText(.path, mistakes: &mistakes).map { [$0.text] } ?? []
  }
  return nodes.compactMap { section.text(of: $0, key: .path, mistakes: &mistakes)?.text }
}

private func refuseKeys(
  ofOtherKindsThan kind: SourceKind, in section: YAMLSection<SourceKey>,
  mistakes: inout [Diagnostic]
) {
  for key in section.keys where !kind.keys.contains(key) {
    let keys = kind.keys.map(\.rawValue).joined(separator: ", ")
    mistakes.append(
      Diagnostic(
        "'\(key.rawValue)' means nothing to a source of the kind '\(kind.rawValue)'",
        in: section.file, at: section.entry(key)?.keyPosition,
        remedy: "remove it; keys: \(keys)"))
  }
}

/// Dimensions that are not written are nil.
private func readDimensions(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> DimensionMapping {
  var mapping = DimensionMapping.none
  guard
    let names = section.section(.dimensions, of: DimensionKey.self, mistakes: &mistakes)
  else { return mapping }
  mapping.subscription = names.text(.subscription, mistakes: &mistakes)?.text
  mapping.user = names.text(.user, mistakes: &mistakes)?.text
  mapping.feature = names.text(.feature, mistakes: &mistakes)?.text
  mapping.model = names.text(.model, mistakes: &mistakes)?.text
  return mapping
}

private func readReportMapping(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> ReportMapping {
  ReportMapping(
    dimensions: readDimensions(in: section, mistakes: &mistakes),
    daysAreUTC: readDays(in: section, mistakes: &mistakes))
}

/// Whether cached tokens lie beside the prompt.
private func readCached(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> Bool {
  guard let written = section.text(.cached, mistakes: &mistakes) else { return false }
  if written.text != "inside", written.text != "beside" {
    mistakes.append(
      written.mistake(
        "unknown value \(quoted(written.text)) of 'cached'",
        remedy: suggestion(for: written.text, in: ["inside", "beside"], of: "values")))
  }
  return written.text == "beside"
}
