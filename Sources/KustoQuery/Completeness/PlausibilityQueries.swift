func totalsApart(_ rows: CountedRows) -> CompletenessQuery {
  rows.query(
    .totalsApart,
    [
      .summarize(
        [
          rows.promptTokens.named(.promptTokens), rows.completionTokens.named(.completionTokens),
          rows.totalTokens.named(.totalTokens),
        ], by: seriesOfADay),
      .keep(
        Expression.column(.totalTokens).differs(
          from: Expression.column(.promptTokens).plus(.column(.completionTokens)))),
      .summarize(
        [Expression.call(.count).named(.series)]
          + [.promptTokens, .completionTokens, .totalTokens].map(sumOfColumn),
        by: [.column(.day), .column(.modelID)]),
      .ascending(.day, .modelID),
      .take(1000),
    ],
    columns: [.day, .modelID, .series, .promptTokens, .completionTokens, .totalTokens])
}

func cachedAbovePrompt(_ rows: CountedRows) -> CompletenessQuery {
  rows.query(
    .cachedAbovePrompt,
    [
      .summarize(
        [rows.promptTokens.named(.promptTokens), metricTokens(.cached).named(.cachedTokens)],
        by: seriesOfADay),
      .keep(Expression.column(.cachedTokens).isAbove(.column(.promptTokens))),
      .summarize(
        [
          Expression.call(.count).named(.series), sumOfColumn(.promptTokens),
          sumOfColumn(.cachedTokens), Expression.call(.min, .column(.day)).named(.first),
          Expression.call(.max, .column(.day)).named(.last),
        ],
        by: [.column(.modelID)]),
      .ascending(.modelID),
      .take(1000),
    ],
    columns: [.modelID, .series, .promptTokens, .cachedTokens, .first, .last])
}

private let seriesOfADay: [Assignment] =
  [.column(.day)] + Dimension.allCases.map { .column($0.column) }

private func sumOfColumn(_ column: Column) -> Assignment {
  Expression.call(.sum, .column(column)).named(column)
}
