/// A service that usage is pulled from, as `tokenbook.yml` describes it.
package struct ServiceSource: Hashable, Sendable {
  package let name: String
  package let kind: ServiceKind
  /// Where queries go: scheme and host, perhaps a port.
  package let endpoint: String
  /// Whom a token is for, without `/.default`; another host may keep the audience of the old one.
  package let audience: String
  package let dimensions: DimensionMapping
  /// Metric names to ask for. nil asks for every name that ends in ` Tokens`.
  package let metrics: [String]?
  /// nil takes the first whose variables are present, never ``CredentialKind/cli``.
  package let credential: CredentialKind?
  /// The first day to ask for while the snapshot holds nothing of the source.
  package let from: CalendarDay?
  /// The last day the source delivers, where it has ended.
  package let until: CalendarDay?

  package init(
    name: String, kind: ServiceKind, endpoint: String, audience: String,
    dimensions: DimensionMapping = .recommended, metrics: [String]? = nil,
    credential: CredentialKind? = nil, from: CalendarDay? = nil, until: CalendarDay? = nil
  ) {
    self.name = name
    self.kind = kind
    self.endpoint = endpoint
    self.audience = audience
    self.dimensions = dimensions
    self.metrics = metrics
    self.credential = credential
    self.from = from
    self.until = until
  }
}

/// Which service and which of its tables.
package enum ServiceKind: Hashable, Sendable {
  /// `customMetrics` of an Application Insights component, by its application id.
  case applicationInsights(app: String)
  /// `AppMetrics` of a Log Analytics workspace, by its workspace id.
  case logAnalytics(workspace: String)
  /// `ApiManagementGatewayLlmLog` of a Log Analytics workspace.
  case gatewayLLMLog(workspace: String)
  /// A table of metrics in a database of an Azure Data Explorer or Fabric Eventhouse cluster.
  case dataExplorer(database: String, table: MetricTable)
}

/// The two schemas of one table of metrics.
package enum MetricTable: String, CaseIterable, Hashable, Sendable {
  case appMetrics = "AppMetrics"
  case customMetrics
}

/// How to sign in to a service.
package enum CredentialKind: String, CaseIterable, Hashable, Sendable {
  /// A client secret or certificate named by `AZURE_…` variables.
  case environment
  /// A federated token, as Kubernetes hands one out.
  case workload
  /// The identity of the machine or app service.
  case managed
  /// Whoever is signed in with the `az` command.
  case cli
}
