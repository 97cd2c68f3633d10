import UsageModel

func sampledRequests(of table: MetricTable) -> CompletenessQuery {
  let requests: Table
  let time: Expression
  let count: Expression
  switch table {
  case .appMetrics:
    (requests, time, count) = (.appRequests, .column(.timeGenerated), .column(.itemCount))
  case .customMetrics:
    (requests, time, count) = (.requests, .column(.timestamp), .column(.sampledItemCount))
  }
  return CompletenessQuery(
    .sampledRequests, [], .table(requests),
    [
      .keep(time.isInWindow()),
      .summarize(
        [
          Expression.call(.count).named(.records),
          Expression.call(.toLong, .call(.sum, count)).named(.requests),
        ],
        by: [MetricColumns(table).role.named(.role)]),
      .ascending(.role),
      .take(1000),
    ],
    columns: [.role, .records, .requests])
}
