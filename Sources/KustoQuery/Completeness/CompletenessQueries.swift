import UsageModel

/// The queries of `tokenbook check --source`, in the order of their subjects.
///
/// A source is asked only what its table can answer.
package func completenessQueries(
  of kind: ServiceKind, dimensions: DimensionMapping, timeZone: String
) -> [CompletenessQuery] {
  switch kind.rows {
  case .metrics(let table):
    let columns = MetricColumns(table)
    let rows = metricRows(columns, dimensions: dimensions, timeZone: timeZone)
    return [metricNames(columns), propertyKeys(rows)] + commonQueries(rows)
      + [cachedAbovePrompt(rows), ingestionDelay(rows), repeatedRecords(rows)]
      + (kind.hasRequests ? [sampledRequests(of: table)] : [])
      + [metricPlaces(rows)]
  case .calls:
    let rows = callRows(timeZone: timeZone)
    return commonQueries(rows) + [ingestionDelay(rows), callPlaces(), gatewayDays(rows)]
  }
}

private func commonQueries(_ rows: CountedRows) -> [CompletenessQuery] {
  (rows.dimensions.isEmpty ? [] : [dimensionValues(rows)])
    + (rows.dimensions.contains(.user) ? [placeholderUsers(rows)] : [])
    + [heaviestKeys(rows), totalsApart(rows)]
}

extension ServiceKind {
  /// Whether the gateway's requests are kept beside its metrics.
  fileprivate var hasRequests: Bool {
    switch self {
    case .applicationInsights, .logAnalytics: true
    case .gatewayLLMLog, .dataExplorer: false
    }
  }
}
