import Foundation
import Testing

/// Calls from the gateway's log: each counts once, on the day it began, for whom the log of requests
/// names.
@Suite struct GatewayLogPullTests {
  @Test func `a call counts once, where it began, also when nobody is known`() throws {
    let service = try RunningService()
    try service.tell(
      "records",
      """
      [
        \(row("2026-11-22T10:00:00Z", "a", prompt: 100, completion: 20)),
        \(row("2026-11-22T10:00:01Z", "a", prompt: 0, completion: 0, model: "")),
        \(row("2026-11-22T10:00:02Z", "a", prompt: 100, completion: 25)),
        \(row("2026-11-22T22:59:59Z", "straddles", prompt: 1000, completion: 1)),
        \(row("2026-11-22T23:00:05Z", "straddles", prompt: 1000, completion: 300)),
        \(row("2026-11-22T12:00:00Z", "nobody", prompt: 7, completion: 3)),
        \(request("2026-11-22T10:00:00Z", "a", subscription: "contoso-hr")),
        \(request("2026-11-22T23:00:06Z", "straddles", subscription: "contoso-it"))
      ]
      """)
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(kind: "gateway-llm-log"))

    let outcome = try folder.pull(["--from", "2026-11-21"], on: "2026-11-24", from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try folder.snapshot(
        """
        SELECT date(day * 86400, 'unixepoch'), s.text, prompt, completion, total, requests
        FROM point JOIN series ON series.id = point.series
        JOIN dimension s ON s.id = series.subscription ORDER BY day, s.text
        """) == """
          2026-11-22|contoso-hr|100|25|125|1
          2026-11-22|contoso-it|1000|300|1300|1
          2026-11-22|unknown|7|3|10|1

          """)
  }

  private func row(
    _ time: String, _ call: String, prompt: Int, completion: Int, model: String = "gpt-5"
  ) -> String {
    """
    {"table":"ApiManagementGatewayLlmLog","time":"\(time)","columns":{"CorrelationId":"\(call)",
    "ModelName":"\(model)","DeploymentName":"\(model)","PromptTokens":\(prompt),
    "CompletionTokens":\(completion),"TotalTokens":\(prompt + completion)}}
    """
  }

  private func request(_ time: String, _ call: String, subscription: String) -> String {
    """
    {"table":"ApiManagementGatewayLogs","time":"\(time)","columns":{"CorrelationId":"\(call)",
    "ApimSubscriptionId":"\(subscription)","ApiId":"chat","UserId":"u1"}}
    """
  }
}
