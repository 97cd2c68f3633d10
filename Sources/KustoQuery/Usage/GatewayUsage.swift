/// Usage from the gateway's log of model calls, the counts of a call in one row.
func gatewayUsage(timeZone: String) -> Query {
  let started = Expression.column(.started)
  let counts: [Column] = [.promptTokens, .completionTokens, .totalTokens]
  let sums = counts.map { count in
    Expression.call(.sum, .call(.toLong, .column(count))).named(count)
  }
  return Query(
    intermediates: [gatewayCalls(), gatewayRequests()],
    result: Pipeline(
      .intermediate(.calls),
      [
        // Of the left side every row: an inner join loses calls whose request came late.
        .joinLeftOuter(.requests, on: .correlationID),
        .extend([
          started.localDay(in: timeZone).named(.day),
          Expression.call(.startOfMonth, started).named(.utcMonth),
          gatewayModel.named(.modelID),
        ]),
        .summarize(
          sums + [
            Expression.call(.count).named(.requests),
            Expression.call(.sum, .column(.records)).named(.records),
            Expression.call(
              .countIf,
              .any(
                Expression.column(.promptTokens).isBelow(.number(0)),
                Expression.column(.completionTokens).isBelow(.number(0)),
                Expression.column(.totalTokens).isBelow(.number(0)))
            ).named(.faulty),
            Expression.call(.min, started).named(.first),
            Expression.call(.max, started).named(.last),
            Expression.call(.max, .column(.ingested)).named(.lastIngested),
            Expression.call(.countIf, .call(.isEmpty, .column(.joinedCorrelationID)))
              .named(.unattributed),
          ],
          by: [
            .column(.day), .column(.utcMonth),
            Expression.column(.apimSubscriptionID).named(.subscriptionID), .column(.userID),
            Expression.column(.apiID).named(.featureID), .column(.modelID),
          ]),
        .ascending(.day, .utcMonth, .subscriptionID, .userID, .featureID, .modelID),
      ]))
}
