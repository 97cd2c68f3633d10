import SourceText
import UsageModel

/// Reads the list of sources.
func readSources(
  in settings: YAMLSection<SettingsKey>, root: String, trustedHosts: [String],
  mistakes: inout [Diagnostic]
) -> [ConfiguredSource] {
  guard let entry = settings.entry(.sources) else { return [] }
  // `sources:` with every example below it commented out.
  if entry.node.text?.isEmpty == true { return [] }
  guard let nodes = entry.node.sequence else {
    mistakes.append(settings.wrongKind(of: entry.node, key: .sources, expected: "a list"))
    return []
  }
  var sources: [ConfiguredSource] = []
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
    if let source = readSource(
      section, name: name?.text, root: root, trustedHosts: trustedHosts, mistakes: &mistakes)
    {
      sources.append(source)
    }
  }
  return sources
}

private func readSource(
  _ section: YAMLSection<SourceKey>, name: String?, root: String, trustedHosts: [String],
  mistakes: inout [Diagnostic]
) -> ConfiguredSource? {
  let kind = readKind(in: section, mistakes: &mistakes)
  let counts = section.text(.counts, mistakes: &mistakes)
  let until = section.text(.until, mistakes: &mistakes)
    .flatMap { calendarDay($0, mistakes: &mistakes) }
  guard let kind else { return nil }
  refuseKeys(ofOtherKindsThan: kind, in: section, mistakes: &mistakes)
  // Sources without a name are read for their other mistakes.
  let origin: SourceOrigin?
  switch kind {
  case .files(let kind):
    origin = readFileSource(
      kind, in: section, name: name ?? "", until: until, root: root, mistakes: &mistakes
    ).map(SourceOrigin.files)
  case .service(let kind):
    origin = readServiceSource(
      kind, in: section, name: name ?? "", until: until, trustedHosts: trustedHosts,
      mistakes: &mistakes
    ).map(SourceOrigin.service)
  }
  guard name != nil, let origin else { return nil }
  return ConfiguredSource(origin, counts: counts?.text)
}

private func readKind(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> SourceKind? {
  guard let written = section.requiredText(.kind, mistakes: &mistakes) else { return nil }
  if let kind = SourceKind(written.text) { return kind }
  mistakes.append(
    written.mistake(
      "unknown kind of source \(quoted(written.text))",
      remedy: suggestion(for: written.text, in: SourceKind.names, of: "kinds")))
  return nil
}

private func refuseKeys(
  ofOtherKindsThan kind: SourceKind, in section: YAMLSection<SourceKey>,
  mistakes: inout [Diagnostic]
) {
  for key in section.keys where !kind.keys.contains(key) {
    let keys = kind.keys.map(\.rawValue).joined(separator: ", ")
    mistakes.append(
      Diagnostic(
        "'\(key.rawValue)' means nothing to a source of the kind '\(kind.name)'",
        in: section.file, at: section.entry(key)?.keyPosition,
        remedy: "remove it; keys: \(keys)"))
  }
}

/// Dimensions that are not written are nil.
func readDimensions(
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
