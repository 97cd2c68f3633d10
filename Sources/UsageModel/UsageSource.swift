/// Files that usage is read from, as `tokenbook.yml` describes them.
package struct UsageSource: Hashable, Sendable {
  package let name: String
  /// Files and folders, resolved against the workbook folder.
  package let paths: [String]
  package let format: SourceFormat
  /// The last day the source delivers, where it has ended.
  package let until: CalendarDay?

  package init(name: String, paths: [String], format: SourceFormat, until: CalendarDay? = nil) {
    self.name = name
    self.paths = paths
    self.format = format
    self.until = until
  }
}

package enum SourceFormat: Hashable, Sendable {
  /// `AppMetrics` records of an Azure Monitor export, one JSON object a line.
  case azureMonitorExport(DimensionMapping)
  case csv(CSVMapping)
  /// LiteLLM's tables of daily spend, exported as CSV.
  case liteLLMDailySpend(LiteLLMMapping)
  /// `gen_ai.client.token.usage` as OTLP JSON lines.
  case openTelemetry(DimensionMapping)
  /// Pages of OpenAI's organisation usage.
  case openAIUsage(ReportMapping)
  /// Pages of Anthropic's usage report.
  case anthropicUsage(ReportMapping)
}

/// Which property of a record names which dimension. Names are case-sensitive; nil is not mapped.
package struct DimensionMapping: Hashable, Sendable {
  package var subscription: String?
  package var user: String?
  package var feature: String?
  package var model: String?

  /// The names of the recommended gateway policy.
  package static let recommended = DimensionMapping(
    subscription: "Subscription ID", user: "User ID", feature: "API ID", model: "Model")

  package init(subscription: String?, user: String?, feature: String?, model: String?) {
    self.subscription = subscription
    self.user = user
    self.feature = feature
    self.model = model
  }

  /// Names nothing, so that each kind of source fills in its own.
  package static let none = DimensionMapping(
    subscription: nil, user: nil, feature: nil, model: nil)

  /// What is not mapped here is mapped as in `defaults`.
  package func filled(from defaults: DimensionMapping) -> DimensionMapping {
    DimensionMapping(
      subscription: subscription ?? defaults.subscription, user: user ?? defaults.user,
      feature: feature ?? defaults.feature, model: model ?? defaults.model)
  }
}

/// How a vendor's usage report is read.
package struct ReportMapping: Hashable, Sendable {
  /// Members of a result.
  package var dimensions: DimensionMapping
  /// Also buckets shorter than a day count for their UTC day.
  package var daysAreUTC: Bool

  package init(dimensions: DimensionMapping = .none, daysAreUTC: Bool = false) {
    self.dimensions = dimensions
    self.daysAreUTC = daysAreUTC
  }
}

/// How LiteLLM's daily spend is read.
package struct LiteLLMMapping: Hashable, Sendable {
  /// Columns.
  package var dimensions: DimensionMapping
  /// Whether `prompt_tokens` is without the tokens read from and written to the cache.
  package var isCacheBeside: Bool

  package init(dimensions: DimensionMapping = .none, isCacheBeside: Bool = false) {
    self.dimensions = dimensions
    self.isCacheBeside = isCacheBeside
  }
}

/// How the columns of a CSV file are read.
package struct CSVMapping: Hashable, Sendable {
  /// What a column holds.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    case time, subscription, user, feature, model, requests
    case promptTokens = "prompt_tokens"
    case completionTokens = "completion_tokens"
    case totalTokens = "total_tokens"
    case cachedTokens = "cached_tokens"
    case cacheWriteTokens = "cache_write_tokens"
    case reasoningTokens = "reasoning_tokens"
    /// With `tokens`: one metric a row instead of one column per metric.
    case metric
    case tokens
  }

  /// Column header by role.
  package var columns: [Role: String]
  /// A fixed value for subscription, user, feature or model, where no column holds it.
  package var constants: [Role: String]
  /// IANA zone of times that name no zone themselves.
  package var timeZoneOfData: String
  /// The source's days are cut in UTC, whatever the workbook's zone.
  package var daysAreUTC: Bool

  package init(
    columns: [Role: String], constants: [Role: String] = [:], timeZoneOfData: String = "UTC",
    daysAreUTC: Bool = false
  ) {
    self.columns = columns
    self.constants = constants
    self.timeZoneOfData = timeZoneOfData
    self.daysAreUTC = daysAreUTC
  }
}
