import Foundation
import Transport
import UsageModel

/// How long the service may work on one query, in seconds: its documented limit.
private let longestWait = 600

extension ServiceSource {
  var resource: ServiceResource { ServiceResource(kind: kind) }

  /// Where queries of this source go.
  private var queryURL: String {
    switch kind {
    case .applicationInsights(let app): "\(endpoint)/v1/apps/\(app)/query"
    case .logAnalytics(let workspace), .gatewayLLMLog(let workspace):
      "\(endpoint)/v1/workspaces/\(workspace)/query"
    case .dataExplorer: "\(endpoint)/v2/rest/query"
    }
  }

  /// A query as the service wants it; without a body or its type the service answers 200 and nothing.
  func request(for query: String, token: String, id: UUID) throws -> HTTPRequest {
    var headers = [
      ("Authorization", "Bearer \(token)"),
      ("Content-Type", "application/json; charset=utf-8"),
      ("Accept", "application/json"),
      ("Cache-Control", "no-cache"),
      ("x-ms-client-request-id", "tokenbook;\(id.uuidString.lowercased())"),
      ("User-Agent", "tokenbook"),
    ]
    let body: [String: String]
    switch kind {
    case .applicationInsights, .logAnalytics, .gatewayLLMLog:
      headers.append(("Prefer", "wait=\(longestWait)"))
      body = ["query": query]
    case .dataExplorer(let database, _):
      headers += [("x-ms-app", "tokenbook"), ("x-ms-version", "2024-12-12")]
      body = [
        "db": database, "csl": query,
        "properties":
          #"{"Options":{"servertimeout":"00:10:00","results_progressive_enabled":false}}"#,
      ]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return HTTPRequest(
      method: .post, url: queryURL,
      headers: headers.map { (name: $0.0, value: $0.1) },
      body: Array(try encoder.encode(body)),
      // The service says itself when its time is over.
      timeLimit: .seconds(longestWait + 15))
  }
}
