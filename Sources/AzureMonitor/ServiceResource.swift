import UsageModel

/// What a source reads: for messages that say where to look.
package struct ServiceResource: Hashable, Sendable {
  package let kind: ServiceKind

  package init(kind: ServiceKind) {
    self.kind = kind
  }

  var inWords: String {
    switch kind {
    case .applicationInsights(let app): "the Application Insights component '\(app)'"
    case .logAnalytics(let workspace), .gatewayLLMLog(let workspace):
      "the Log Analytics workspace '\(workspace)'"
    case .dataExplorer(let database, _): "the database '\(database)'"
    }
  }

  /// What lets an identity read it.
  var role: String {
    switch kind {
    case .applicationInsights: "the role 'Monitoring Reader' or 'Reader' on the component"
    case .logAnalytics, .gatewayLLMLog: "the role 'Log Analytics Reader' on the workspace"
    case .dataExplorer(let database, _):
      "the right to view: '.add database \(database) viewers (\"aadapp=CLIENT;TENANT\")'"
    }
  }

  var whereToFindID: String {
    switch kind {
    case .applicationInsights:
      "'app:' is the Application ID under API Access, not the instrumentation key"
    case .logAnalytics, .gatewayLLMLog:
      "'workspace:' is the Workspace ID on the workspace's overview, not its resource id"
    case .dataExplorer: "'database:' is a database of that cluster, in its own capitals"
    }
  }

  var table: String {
    switch kind {
    case .applicationInsights: "customMetrics"
    case .logAnalytics: "AppMetrics"
    case .gatewayLLMLog: "ApiManagementGatewayLlmLog"
    case .dataExplorer(_, let table): table.rawValue
    }
  }

  /// What to switch on so that the table has rows.
  package var settingOfTable: String {
    switch kind {
    case .applicationInsights, .logAnalytics:
      "let the gateway's diagnostics for Application Insights have '\"metrics\": true', and switch "
        + "Custom metrics to 'With dimensions'; `tokenbook policy` prints both"
    case .gatewayLLMLog:
      "send the gateway's category 'GatewayLlmLogs' to the workspace in 'Resource specific' mode"
    case .dataExplorer:
      "write 'table:' as the cluster has it, AppMetrics or customMetrics"
    }
  }
}
