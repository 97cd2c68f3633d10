import SourceText
import UsageModel

/// Reads how a CSV source's columns are understood.
func readCSVMapping(
  in source: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> CSVMapping? {
  let zone = source.text(.timeZoneOfData, mistakes: &mistakes)
    .flatMap { localCalendar($0, mistakes: &mistakes) }
  let daysAreUTC = readDays(in: source, mistakes: &mistakes)
  let constants = readConstants(in: source, mistakes: &mistakes)
  source.require(.columns, mistakes: &mistakes)
  guard
    let section = source.section(.columns, of: CSVMapping.Role.self, mistakes: &mistakes)
  else { return nil }
  section.require(.time, mistakes: &mistakes)
  var columns: [CSVMapping.Role: String] = [:]
  for role in section.keys {
    columns[role] = section.text(role, mistakes: &mistakes)?.text
  }
  mistakes += layoutMistakes(columns: section, constants: constants)
  return CSVMapping(
    columns: columns, constants: constants.mapValues(\.text),
    timeZoneOfData: zone?.identifier ?? "UTC", daysAreUTC: daysAreUTC)
}

private func readConstants(
  in source: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> [CSVMapping.Role: Located] {
  var constants: [CSVMapping.Role: Located] = [:]
  let section = source.section(.constants, of: ConstantKey.self, mistakes: &mistakes)
  for key in section?.keys ?? [] {
    constants[key.role] = section?.text(key, mistakes: &mistakes)
  }
  return constants
}

/// Whether days are cut in UTC.
func readDays(
  in source: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> Bool {
  guard let written = source.text(.days, mistakes: &mistakes) else { return false }
  if written.text != "utc", written.text != "local" {
    mistakes.append(
      written.mistake(
        "unknown value \(quoted(written.text)) of 'days'",
        remedy: suggestion(for: written.text, in: ["local", "utc"], of: "values")))
  }
  return written.text == "utc"
}

/// A file has one column per metric, or one row per metric with `metric` and `tokens`.
private func layoutMistakes(
  columns: YAMLSection<CSVMapping.Role>, constants: [CSVMapping.Role: Located]
) -> [Diagnostic] {
  let wide: [CSVMapping.Role] = [
    .promptTokens, .completionTokens, .totalTokens, .cachedTokens, .cacheWriteTokens,
    .reasoningTokens,
  ]
  var mistakes: [Diagnostic] = []
  func report(_ message: String, at role: CSVMapping.Role?, remedy: String) {
    let position = role.flatMap { columns.entry($0)?.keyPosition } ?? columns.position
    mistakes.append(Diagnostic(message, in: columns.file, at: position, remedy: remedy))
  }

  for role in CSVMapping.Role.allCases where columns.entry(role) != nil {
    guard constants[role] != nil else { continue }
    report(
      "'\(role.rawValue)' is both a column and a constant", at: role, remedy: "keep one of them")
  }
  let wideRole = columns.keys.first { wide.contains($0) }
  let hasMetric = columns.entry(.metric) != nil || constants[.metric] != nil
  let hasTokens = columns.entry(.tokens) != nil
  switch (wideRole, hasMetric, hasTokens) {
  case (let role?, true, _), (let role?, _, true):
    report(
      "'\(role.rawValue)' cannot stand beside 'metric' and 'tokens'", at: role,
      remedy: "name the columns of the metrics, or 'metric' and 'tokens' for one metric a row")
  case (nil, true, false):
    report(
      "'metric' needs 'tokens'", at: .metric, remedy: "add 'tokens: COLUMN' to 'columns'")
  case (nil, false, true):
    report(
      "'tokens' needs 'metric'", at: .tokens,
      remedy: "add 'metric: COLUMN' to 'columns', or 'metric: Total Tokens' to 'constants'")
  case (nil, false, false) where !wide.contains(where: columns.isWritten):
    report(
      "no column holds tokens", at: nil,
      remedy: "add one of: " + wide.map(\.rawValue).joined(separator: ", ")
        + "; or 'metric' and 'tokens'")
  default:
    break
  }
  return mistakes
}
