import UsageModel

func repeatedRecords(_ rows: CountedRows) -> CompletenessQuery {
  let copies = Expression.column(.copies)
  let isRepeated = copies.isAbove(.number(1))
  let added = copies.minus(.number(1)).times(.column(.amount))
  return rows.query(
    .repeatedRecords,
    [
      .keep(Expression.column(.metric).equals(.text(TokenMetric.total.rawValue))),
      .summarize(
        [Expression.call(.count).named(.copies)],
        by: [.column(.day), .column(.time), .column(.amount), .column(.calls)]
          + Dimension.allCases.map { .column($0.column) }
          + [.column(.resource), .column(.role), .column(.instance)]),
      .summarize(
        [
          Expression.call(.sum, copies).named(.records),
          Expression.call(.sumIf, copies, isRepeated).named(.repeatedRecords),
          Expression.call(.toLong, .call(.round, .call(.sumIf, added, isRepeated)))
            .named(.repeatedTokens),
        ],
        by: [.column(.day)]),
      .ascending(.day),
    ],
    columns: [.day, .records, .repeatedRecords, .repeatedTokens])
}
