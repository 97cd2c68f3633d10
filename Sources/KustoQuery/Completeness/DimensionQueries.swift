/// Counted exactly: a distinct count of KQL is an estimate.
func dimensionValues(_ rows: CountedRows) -> CompletenessQuery {
  let value = Expression.column(.value)
  let parts = rows.dimensions.map { dimension in
    Pipeline(
      .intermediate(rows.name),
      [
        .summarize(
          [rows.records.named(.records), rows.totalTokens.named(.tokens)],
          by: [Expression.column(dimension.column).named(.value)]),
        .summarize(
          [
            Expression.call(.countIf, .call(.isNotEmpty, value)).named(.values),
            Expression.call(.sumIf, .column(.records), .call(.isEmpty, value)).named(.emptyRecords),
            Expression.call(.sumIf, .column(.tokens), .call(.isEmpty, value)).named(.emptyTokens),
            Expression.call(.sum, .column(.records)).named(.records),
            Expression.call(.sum, .column(.tokens)).named(.tokens),
          ], by: []),
        .extend([Expression.text(dimension.rawValue).named(.dimension)]),
      ])
  }
  return CompletenessQuery(
    .dimensionValues, rows.intermediates, .union(parts), [.ascending(.dimension)],
    columns: [.dimension, .values, .records, .emptyRecords, .tokens, .emptyTokens])
}

/// What gateways and their policies write where nobody is known.
private let wordsForNobody = [
  "", "-", "n/a", "na", "none", "(none)", "null", "nil", "undefined", "unknown", "anonymous",
]

func placeholderUsers(_ rows: CountedRows) -> CompletenessQuery {
  rows.query(
    .placeholderUsers,
    [
      .keep(Expression.column(.userID).isOne(ofWords: wordsForNobody)),
      .summarize(
        [rows.records.named(.records), rows.totalTokens.named(.tokens)], by: [.column(.userID)]),
      .order([.descending(.tokens), .ascending(.userID)]),
      .take(1000),
    ],
    columns: [.userID, .records, .tokens])
}

func heaviestKeys(_ rows: CountedRows) -> CompletenessQuery {
  rows.query(
    .heaviestKeys,
    [
      .summarize(
        [rows.records.named(.records), rows.totalTokens.named(.tokens)],
        by: [.column(.subscriptionID), .column(.featureID), .column(.modelID)]),
      .order([
        .descending(.tokens), .ascending(.subscriptionID), .ascending(.featureID),
        .ascending(.modelID),
      ]),
      .take(1000),
    ],
    columns: [.subscriptionID, .featureID, .modelID, .records, .tokens])
}
