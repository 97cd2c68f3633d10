import UsageModel

/// Rows that hold a day, a time, four dimensions and counts, whatever table they come from.
struct CountedRows: Hashable, Sendable {
  let intermediates: [Query.Let]
  let name: Intermediate
  /// The ones that a source can know at all.
  let dimensions: [Dimension]
  /// Aggregates over the rows.
  let records: Expression
  let promptTokens: Expression
  let completionTokens: Expression
  let totalTokens: Expression

  func query(
    _ subject: CompletenessSubject, _ steps: [Step], columns: [Column]
  ) -> CompletenessQuery {
    CompletenessQuery(subject, intermediates, .intermediate(name), steps, columns: columns)
  }
}

/// The records of token metrics.
func metricRows(
  _ columns: MetricColumns, dimensions: DimensionMapping, timeZone: String
) -> CountedRows {
  let records = Pipeline(
    .table(columns.table),
    [
      .keep(columns.time.isInWindow()),
      .keep(columns.name.ends(with: " Tokens")),
      .project(
        [
          columns.time.localDay(in: timeZone).named(.day),
          columns.time.named(.time),
          columns.name.named(.metric),
          columns.sum.named(.amount),
          columns.count.named(.calls),
          columns.properties.named(.properties),
        ]
          + columns.values(of: dimensions)
          + [
            Expression.call(.ingestionTime).named(.ingested),
            columns.resource.named(.resource),
            columns.role.named(.role),
            columns.instance.named(.instance),
          ]),
    ])
  return CountedRows(
    intermediates: [Query.Let(name: .records, rows: records)],
    name: .records,
    dimensions: Dimension.allCases.filter { $0.property(in: dimensions) != nil },
    records: .call(.count),
    promptTokens: metricTokens(.prompt),
    completionTokens: metricTokens(.completion),
    totalTokens: metricTokens(.total))
}

/// The sum of one metric over records.
func metricTokens(_ metric: TokenMetric) -> Expression {
  let isMetric = Expression.column(.metric).equals(.text(metric.rawValue))
  return .call(.toLong, .call(.round, .call(.sumIf, .column(.amount), isMetric)))
}

/// The calls of the gateway's log.
func callRows(timeZone: String) -> CountedRows {
  let calls = Pipeline(
    .intermediate(.calls),
    [
      .joinLeftOuter(.requests, on: .correlationID),
      .extend([
        Expression.column(.started).localDay(in: timeZone).named(.day),
        Expression.column(.started).named(.time),
        Expression.column(.apimSubscriptionID).named(.subscriptionID),
        Expression.column(.apiID).named(.featureID),
        gatewayModel.named(.modelID),
      ]),
    ])
  return CountedRows(
    intermediates: [
      gatewayCalls(), gatewayRequests(), Query.Let(name: .attributedCalls, rows: calls),
    ],
    name: .attributedCalls,
    dimensions: Dimension.allCases,
    records: .call(.sum, .column(.records)),
    promptTokens: callTokens(.promptTokens),
    completionTokens: callTokens(.completionTokens),
    totalTokens: callTokens(.totalTokens))
}

private func callTokens(_ count: Column) -> Expression {
  .call(.sum, .call(.toLong, .column(count)))
}
