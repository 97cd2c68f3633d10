import UsageModel

/// Usage from a table of metrics, one row a metric.
func metricUsage(
  _ columns: MetricColumns, dimensions: DimensionMapping, metrics: [String], timeZone: String
) -> Query {
  Query(
    result: Pipeline(
      .table(columns.table),
      [
        .keep(columns.time.isInWindow()),
        .keep(
          metrics.isEmpty ? columns.name.ends(with: " Tokens") : columns.name.isOne(of: metrics)),
        .extend(
          [
            columns.time.localDay(in: timeZone).named(.day),
            Expression.call(.startOfMonth, columns.time).named(.utcMonth),
          ] + columns.values(of: dimensions)
            + [Expression.call(.ingestionTime).named(.ingested)]),
        .summarize(
          [
            Expression.call(.toLong, .call(.round, .call(.sum, columns.sum))).named(.tokens),
            Expression.call(.toLong, .call(.sum, columns.count)).named(.requests),
            Expression.call(.count).named(.records),
            Expression.call(.countIf, isNoCount(columns.sum)).named(.faulty),
            Expression.call(.min, columns.time).named(.first),
            Expression.call(.max, columns.time).named(.last),
            Expression.call(.max, .column(.ingested)).named(.lastIngested),
          ],
          by: [
            .column(.day), .column(.utcMonth), columns.name.named(.metric),
            .column(.subscriptionID), .column(.userID), .column(.featureID), .column(.modelID),
          ]),
        // The service returns groups in any order.
        .ascending(.day, .utcMonth, .subscriptionID, .userID, .featureID, .modelID, .metric),
      ]))
}

/// True of a real number that is no whole number from 0 up.
private func isNoCount(_ sum: Expression) -> Expression {
  .any(
    .call(.isNull, sum), .call(.isNaN, sum), .call(.isInfinite, sum), sum.isBelow(.number(0)),
    sum.differs(from: .call(.round, sum)))
}
