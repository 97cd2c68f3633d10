/// A record is late from its own time on, which for added-up records is the start of their minute.
func ingestionDelay(_ rows: CountedRows) -> CompletenessQuery {
  let ingested = Expression.column(.ingested)
  let delay = Expression.column(.delay)
  return rows.query(
    .ingestionDelay,
    [
      .extend([
        ingested.minus(.column(.time)).over(.duration(.minute)).named(.delay)
      ]),
      .summarize(
        [
          rows.records.named(.records),
          Expression.call(.countIf, .call(.isNull, ingested)).named(.unknown),
          Expression.call(.percentile, delay, .number(50)).named(.median),
          Expression.call(.percentile, delay, .number(95)).named(.percentile95),
          Expression.call(.percentile, delay, .number(99)).named(.percentile99),
          Expression.call(.max, delay).named(.longest),
        ], by: []),
    ],
    columns: [.records, .unknown, .median, .percentile95, .percentile99, .longest])
}
