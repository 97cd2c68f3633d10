import UsageModel

/// The keys of one source.
enum SourceKey: String, SectionKey {
  case name, kind, counts, path, until, dimensions, columns, constants
  case timeZoneOfData = "time_zone_of_data"
  case days, cached
  case app, workspace, cluster, database, table, metrics, credential, from, endpoint, audience

  var example: String {
    switch self {
    case .name: "name: gateway-export"
    case .kind: "kind: azure-monitor-export"
    case .counts: "counts: gateway-traffic"
    case .path: "path: exports/"
    case .until: "until: 2026-10-31"
    case .dimensions: "dimensions: {user: User ID}"
    case .columns: "columns: {time: TIMESTAMP, total_tokens: Tokens}"
    case .constants: "constants: {model: gpt-4o}"
    case .timeZoneOfData: "time_zone_of_data: UTC"
    case .days: "days: utc"
    case .cached: "cached: beside"
    case .app: "app: 6f2c0d3e-1111-2222-3333-444455556666"
    case .workspace: "workspace: 6f2c0d3e-1111-2222-3333-444455556666"
    case .cluster: "cluster: https://usage.westeurope.kusto.windows.net"
    case .database: "database: usage"
    case .table: "table: AppMetrics"
    case .metrics: "metrics: [Prompt Tokens, Completion Tokens]"
    case .credential: "credential: environment"
    case .from: "from: 2026-09-01"
    case .endpoint: "endpoint: https://api.loganalytics.azure.com"
    case .audience: "audience: https://api.loganalytics.io"
    }
  }
}

/// The keys of `dimensions`.
enum DimensionKey: String, SectionKey {
  case subscription, user, feature, model

  var example: String {
    switch self {
    case .subscription: "subscription: Subscription ID"
    case .user: "user: User ID"
    case .feature: "feature: API ID"
    case .model: "model: Model"
    }
  }
}

/// The keys of `columns`.
extension CSVMapping.Role: SectionKey {
  var example: String {
    switch self {
    case .time: "time: TIMESTAMP"
    default: "\(rawValue): COLUMN"
    }
  }
}

/// The keys of `constants`.
enum ConstantKey: String, SectionKey {
  case subscription, user, feature, model, metric

  var example: String {
    switch self {
    case .subscription: "subscription: code-assistant"
    case .user: "user: nightly-job"
    case .feature: "feature: code-completion"
    case .model: "model: gpt-4o"
    case .metric: "metric: Total Tokens"
    }
  }

  var role: CSVMapping.Role {
    switch self {
    case .subscription: .subscription
    case .user: .user
    case .feature: .feature
    case .model: .model
    case .metric: .metric
    }
  }
}
