/// Before any name is filtered: a misspelt one is to be seen.
func metricNames(_ columns: MetricColumns) -> CompletenessQuery {
  CompletenessQuery(
    .metricNames, [], .table(columns.table),
    [
      .keep(columns.time.isInWindow()),
      .summarize(
        [
          Expression.call(.count).named(.records),
          Expression.call(.toLong, .call(.round, .call(.sum, columns.sum))).named(.tokens),
          Expression.call(.min, columns.time).named(.first),
          Expression.call(.max, columns.time).named(.last),
        ],
        by: [columns.name.named(.metric)]),
      .order([.descending(.records), .ascending(.metric)]),
      .take(1000),
    ],
    columns: [.metric, .records, .tokens, .first, .last])
}

func propertyKeys(_ rows: CountedRows) -> CompletenessQuery {
  rows.query(
    .propertyKeys,
    [
      .expand(.key, .call(.bagKeys, .column(.properties))),
      .summarize(
        [rows.records.named(.records), rows.totalTokens.named(.tokens)], by: [.column(.key)]),
      .order([.descending(.records), .ascending(.key)]),
      .take(1000),
    ],
    columns: [.key, .records, .tokens])
}
