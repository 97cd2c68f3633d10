/// The calls that started inside the window, one row each, under the name `calls`.
///
/// A call has several rows in the log: one with its counts, the others with its messages. Adding
/// them up would count it twice, so the largest counts stand for the call, as does the model of
/// that row. Rows are read from an hour around the window, and a call belongs where its first row
/// is: one whose rows straddle midnight counts once.
func gatewayCalls() -> Query.Let {
  let time = Expression.column(.timeGenerated)
  let model = Expression.column(.modelName)
  let deployment = Expression.column(.deploymentName)
  let total = Expression.column(.totalTokens)
  return Query.Let(
    name: .calls,
    rows: Pipeline(
      .table(.llmLog),
      [
        .keep(time.isAroundWindow()),
        // Rows of messages name no model and count nothing.
        .keep(
          .any(
            .call(.isNotEmpty, model), .call(.isNotEmpty, deployment), total.isAbove(.number(0)))),
        .extend([
          Expression.call(.coalesce, .call(.toLong, total), .number(0)).named(.size),
          Expression.call(.ingestionTime).named(.ingested),
        ]),
        .summarize(
          [
            Expression.call(.min, time).named(.started),
            .unnamed(.call(.argMax, .column(.size), model, deployment)),
            Expression.call(.max, .column(.promptTokens)).named(.promptTokens),
            Expression.call(.max, .column(.completionTokens)).named(.completionTokens),
            Expression.call(.max, total).named(.totalTokens),
            Expression.call(.count).named(.records),
            Expression.call(.max, .column(.ingested)).named(.ingested),
          ],
          by: [.column(.correlationID)]),
        .keep(Expression.column(.started).isInWindow()),
      ]))
}

/// The requests to the gateway around the window, one row each, under the name `requests`.
func gatewayRequests() -> Query.Let {
  let time = Expression.column(.timeGenerated)
  return Query.Let(
    name: .requests,
    rows: Pipeline(
      .table(.gatewayLog),
      [
        .keep(time.isAroundWindow()),
        .summarize(
          [
            .unnamed(
              .call(
                .argMax, time, .column(.apimSubscriptionID), .column(.apiID), .column(.userID)))
          ],
          by: [.column(.correlationID)]),
      ]))
}

/// The model that served a call; where the log does not say, the deployment that was asked.
let gatewayModel = Expression.call(
  .iff, .call(.isEmpty, .column(.modelName)), .column(.deploymentName), .column(.modelName))
