import SourceText
import UsageModel

/// Which service, which of its tables, and where it is.
struct ServicePlace {
  let kind: ServiceKind
  let endpoint: String
  /// Where no other is written.
  let audience: String
}

/// - Returns: nil where a mistake leaves the place unknown.
func readServicePlace(
  of kind: ServiceSourceKind, in section: YAMLSection<SourceKey>, trustedHosts: [String],
  mistakes: inout [Diagnostic]
) -> ServicePlace? {
  func endpoint(_ usual: String) -> String {
    readServiceAddress(.endpoint, in: section, trustedHosts: trustedHosts, mistakes: &mistakes)
      ?? usual
  }
  func workspacePlace(_ service: (String) -> ServiceKind) -> ServicePlace? {
    let workspace = readIdentifier(
      .workspace, called: whereWorkspaceIDStands, in: section, mistakes: &mistakes)
    let endpoint = endpoint("https://api.loganalytics.azure.com")
    // The old host's audience is that of the new one too.
    return workspace.map {
      ServicePlace(
        kind: service($0), endpoint: endpoint, audience: "https://api.loganalytics.io")
    }
  }
  switch kind {
  case .applicationInsights:
    let app = readIdentifier(
      .app, called: whereApplicationIDStands, in: section, mistakes: &mistakes)
    let endpoint = endpoint("https://api.applicationinsights.io")
    return app.map {
      ServicePlace(
        kind: .applicationInsights(app: $0), endpoint: endpoint,
        audience: "https://api.applicationinsights.io")
    }
  case .logAnalytics: return workspacePlace(ServiceKind.logAnalytics)
  case .gatewayLLMLog: return workspacePlace(ServiceKind.gatewayLLMLog)
  case .dataExplorer:
    section.require(.cluster, mistakes: &mistakes)
    let cluster = readServiceAddress(
      .cluster, in: section, trustedHosts: trustedHosts, mistakes: &mistakes)
    let database = section.requiredText(.database, mistakes: &mistakes)
    let table = readTable(in: section, mistakes: &mistakes)
    guard let cluster, let database, let table else { return nil }
    return ServicePlace(
      kind: .dataExplorer(database: database.text, table: table), endpoint: cluster,
      audience: cluster)
  }
}

let whereApplicationIDStands =
  "Application ID that the portal shows under API Access, not the instrumentation key: "
  + "'\(SourceKey.app.example)'"
private let whereWorkspaceIDStands =
  "Workspace ID that the portal shows in the workspace's overview: "
  + "'\(SourceKey.workspace.example)'"

private func readIdentifier(
  _ key: SourceKey, called standing: String, in section: YAMLSection<SourceKey>,
  mistakes: inout [Diagnostic]
) -> String? {
  guard let written = section.requiredText(key, mistakes: &mistakes) else { return nil }
  if isGUID(written.text) { return written.text }
  let isARMID = written.text.lowercased().firstRange(of: "subscriptions/") != nil
  mistakes.append(
    written.mistake(
      isARMID
        ? "'\(key.rawValue)' is the id of an Azure resource, not a GUID"
        : "'\(key.rawValue)' must be a GUID of 36 characters, not \(quoted(written.text))",
      remedy: "write the " + standing))
  return nil
}

private func isGUID(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
    && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
}

private func readTable(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> MetricTable? {
  guard section.entry(.table) != nil else { return .appMetrics }
  guard let written = section.text(.table, mistakes: &mistakes) else { return nil }
  if let table = MetricTable(rawValue: written.text) { return table }
  mistakes.append(
    written.mistake(
      "unknown value \(quoted(written.text)) of 'table'",
      remedy: suggestion(
        for: written.text, in: MetricTable.allCases.map(\.rawValue), of: "values")))
  return nil
}
