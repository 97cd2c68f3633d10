import UsageModel

/// What a source is, and with it where its usage comes from.
enum SourceKind {
  case files(FileSourceKind)
  case service(ServiceSourceKind)

  static let names =
    FileSourceKind.allCases.map(\.rawValue)
    + ServiceSourceKind.allCases.map(\.rawValue)

  init?(_ name: String) {
    if let kind = FileSourceKind(rawValue: name) {
      self = .files(kind)
    } else if let kind = ServiceSourceKind(rawValue: name) {
      self = .service(kind)
    } else {
      return nil
    }
  }

  var name: String {
    switch self {
    case .files(let kind): kind.rawValue
    case .service(let kind): kind.rawValue
    }
  }

  /// Those that mean something to the kind, in the order they are listed in.
  var keys: [SourceKey] {
    switch self {
    case .files(let kind): [.name, .kind, .counts, .path, .until] + kind.ownKeys
    case .service(let kind):
      [.name, .kind, .counts, .until] + kind.ownKeys + [.credential, .from]
        + (kind == .dataExplorer ? [.audience] : [.endpoint, .audience])
    }
  }
}

enum FileSourceKind: String, CaseIterable {
  case azureMonitorExport = "azure-monitor-export"
  case csv
  case liteLLMDailySpend = "litellm-daily-spend"
  case openTelemetry = "opentelemetry-otlp"
  case openAIUsage = "openai-usage"
  case anthropicUsage = "anthropic-usage"

  fileprivate var ownKeys: [SourceKey] {
    switch self {
    case .azureMonitorExport, .openTelemetry: [.dimensions]
    case .liteLLMDailySpend: [.dimensions, .cached]
    case .openAIUsage, .anthropicUsage: [.dimensions, .days]
    case .csv: [.columns, .constants, .timeZoneOfData, .days]
    }
  }
}

enum ServiceSourceKind: String, CaseIterable {
  case applicationInsights = "application-insights"
  case logAnalytics = "log-analytics"
  case gatewayLLMLog = "gateway-llm-log"
  case dataExplorer = "data-explorer"

  fileprivate var ownKeys: [SourceKey] {
    switch self {
    case .applicationInsights: [.app, .dimensions, .metrics]
    case .logAnalytics: [.workspace, .dimensions, .metrics]
    case .gatewayLLMLog: [.workspace]
    case .dataExplorer: [.cluster, .database, .table, .dimensions, .metrics]
    }
  }
}
