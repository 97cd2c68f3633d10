import UsageModel

/// The keys of one source.
enum SourceKey: String, SectionKey {
  case name, kind, path, until, dimensions, columns, constants
  case timeZoneOfData = "time_zone_of_data"
  case days, cached

  var example: String {
    switch self {
    case .name: "name: gateway-export"
    case .kind: "kind: azure-monitor-export"
    case .path: "path: exports/"
    case .until: "until: 2026-10-31"
    case .dimensions: "dimensions: {user: User ID}"
    case .columns: "columns: {time: TIMESTAMP, total_tokens: Tokens}"
    case .constants: "constants: {model: gpt-4o}"
    case .timeZoneOfData: "time_zone_of_data: UTC"
    case .days: "days: utc"
    case .cached: "cached: beside"
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

enum SourceKind: String, CaseIterable {
  case azureMonitorExport = "azure-monitor-export"
  case csv
  case liteLLMDailySpend = "litellm-daily-spend"
  case openTelemetry = "opentelemetry-otlp"
  case openAIUsage = "openai-usage"
  case anthropicUsage = "anthropic-usage"

  /// Kinds that are planned, so that their names are not called unknown.
  static let later = ["application-insights", "log-analytics", "gateway-llm-log", "data-explorer"]

  var keys: [SourceKey] {
    switch self {
    case .azureMonitorExport, .openTelemetry: [.name, .kind, .path, .until, .dimensions]
    case .liteLLMDailySpend: [.name, .kind, .path, .until, .dimensions, .cached]
    case .openAIUsage, .anthropicUsage: [.name, .kind, .path, .until, .dimensions, .days]
    case .csv: [.name, .kind, .path, .until, .columns, .constants, .timeZoneOfData, .days]
    }
  }
}
