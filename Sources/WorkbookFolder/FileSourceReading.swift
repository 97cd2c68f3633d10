import SourceText
import UsageModel

/// Reads a source of files.
func readFileSource(
  _ kind: FileSourceKind, in section: YAMLSection<SourceKey>, name: String, until: CalendarDay?,
  root: String, mistakes: inout [Diagnostic]
) -> UsageSource? {
  let paths = readSourcePaths(in: section, mistakes: &mistakes)
  guard let format = readFormat(of: kind, in: section, mistakes: &mistakes) else { return nil }
  return UsageSource(
    name: name, paths: paths.map { FolderPath($0, in: root).text }, format: format, until: until)
}

private func readFormat(
  of kind: FileSourceKind, in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> SourceFormat? {
  switch kind {
  case .azureMonitorExport:
    .azureMonitorExport(
      readDimensions(in: section, mistakes: &mistakes).filled(from: .recommended))
  case .csv:
    readCSVMapping(in: section, mistakes: &mistakes).map(SourceFormat.csv)
  case .liteLLMDailySpend:
    .liteLLMDailySpend(
      LiteLLMMapping(
        dimensions: readDimensions(in: section, mistakes: &mistakes),
        isCacheBeside: readCached(in: section, mistakes: &mistakes)))
  case .openTelemetry:
    .openTelemetry(readDimensions(in: section, mistakes: &mistakes))
  case .openAIUsage:
    .openAIUsage(readReportMapping(in: section, mistakes: &mistakes))
  case .anthropicUsage:
    .anthropicUsage(readReportMapping(in: section, mistakes: &mistakes))
  }
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
