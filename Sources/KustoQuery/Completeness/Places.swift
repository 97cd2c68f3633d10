func metricPlaces(_ rows: CountedRows) -> CompletenessQuery {
  rows.query(
    .places,
    placeSteps(
      time: .column(.time), by: [.column(.resource), .column(.role)]),
    columns: placeColumns)
}

/// Asked of the log itself, whose calls are no longer rows of one place.
func callPlaces() -> CompletenessQuery {
  let time = Expression.column(.timeGenerated)
  return CompletenessQuery(
    .places, [], .table(.llmLog),
    [.keep(time.isInWindow())]
      + placeSteps(
        time: time,
        by: [
          Expression.column(.resourceID).named(.resource), Expression.column(.region).named(.role),
        ]),
    columns: placeColumns)
}

private let placeColumns: [Column] = [.resource, .role, .records, .first, .last]

private func placeSteps(time: Expression, by place: [Assignment]) -> [Step] {
  [
    .summarize(
      [
        Expression.call(.count).named(.records),
        Expression.call(.min, time).named(.first),
        Expression.call(.max, time).named(.last),
      ],
      by: place),
    .ascending(.first, .resource, .role),
    .take(1000),
  ]
}
