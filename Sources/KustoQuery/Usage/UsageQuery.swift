import UsageModel

/// The query that pulls usage: rows of tokens by local day, metric and dimensions.
///
/// Where a month ends in UTC inside a local day, the day comes in two rows, one of each month:
/// some vendors' invoices cut there.
///
/// From a table of metrics a row is one metric: `Day`, `UtcMonth`, `Metric`, `SubscriptionId`,
/// `UserId`, `FeatureId`, `ModelId`, `Tokens`, `Requests`, `Records`, `Faulty` (records whose sum is
/// no whole number of tokens), `First`, `Last`, `LastIngested`. From the gateway's log a row has
/// `PromptTokens`, `CompletionTokens` and `TotalTokens` in place of `Metric` and `Tokens`, and
/// `Unattributed`: calls without a line in the gateway's log of requests, so of nobody known.
package struct UsageQuery: Hashable, Sendable {
  private let query: Query

  /// - Parameters:
  ///   - metrics: The names to ask for. nil or none asks for every name that ends in ` Tokens`.
  ///   - timeZone: IANA name of the zone whose days are counted.
  package init(
    kind: ServiceKind, dimensions: DimensionMapping, metrics: [String]?, timeZone: String
  ) {
    switch kind.rows {
    case .metrics(let table):
      query = metricUsage(
        MetricColumns(table), dimensions: dimensions, metrics: metrics ?? [], timeZone: timeZone)
    case .calls:
      query = gatewayUsage(timeZone: timeZone)
    }
  }

  /// The query for usage at or after `from` and before `to`.
  package func text(from: Timestamp, to: Timestamp) -> String {
    query.text(windowStart: DatetimeLiteral(from), windowEnd: DatetimeLiteral(to))
  }

  /// The same text for every window: two pulls with equal texts asked the same question.
  package var withoutWindow: String {
    query.text(
      windowStart: DatetimeLiteral(placeholder: "from"),
      windowEnd: DatetimeLiteral(placeholder: "to"))
  }
}

extension ServiceKind {
  /// What a service has a row of.
  enum Rows {
    case metrics(MetricTable)
    case calls
  }

  var rows: Rows {
    switch self {
    case .applicationInsights: .metrics(.customMetrics)
    case .logAnalytics: .metrics(.appMetrics)
    case .dataExplorer(_, let table): .metrics(table)
    case .gatewayLLMLog: .calls
    }
  }
}
