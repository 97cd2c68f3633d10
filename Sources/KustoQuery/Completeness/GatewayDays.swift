func gatewayDays(_ rows: CountedRows) -> CompletenessQuery {
  let total = Expression.column(.totalTokens)
  return rows.query(
    .gatewayDays,
    [
      .summarize(
        [
          Expression.call(.count).named(.requests),
          rows.records.named(.records),
          callsWithout(.joinedCorrelationID).named(.unattributed),
          callsWithout(.subscriptionID).named(.withoutSubscription),
          callsWithout(.modelName).named(.withoutModel),
          callsWithout(.deploymentName).named(.withoutDeployment),
          Expression.call(.countIf, .any(.call(.isNull, total), total.equals(.number(0))))
            .named(.withoutTokens),
          Expression.call(.countIf, Expression.column(.records).isAbove(.number(1)))
            .named(.severalRecords),
        ],
        by: [.column(.day)]),
      .ascending(.day),
    ],
    columns: [
      .day, .requests, .records, .unattributed, .withoutSubscription, .withoutModel,
      .withoutDeployment, .withoutTokens, .severalRecords,
    ])
}

private func callsWithout(_ column: Column) -> Expression {
  .call(.countIf, .call(.isEmpty, .column(column)))
}
