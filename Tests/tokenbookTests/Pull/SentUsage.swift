import Foundation

/// A record of a table, with all that `check` asks for.
struct SentUsage: Codable, Sendable {
  var table = "AppMetrics"
  var time: String
  var name: String?
  var sum: Double?
  var itemCount = 3
  var properties: [String: String] = [:]
  var ingested: String?
  private var columns: [String: String]

  private init(time: String, columns: [String: String] = [:]) {
    self.time = time
    self.columns = columns
  }

  var resource: String? {
    get { columns["_ResourceId"] }
    set { columns["_ResourceId"] = newValue }
  }

  func with(_ change: (inout SentUsage) -> Void) -> SentUsage {
    var changed = self
    change(&changed)
    return changed
  }

  /// A call at ten each day that has all it should have: 1,200 tokens, 300 of them cached.
  static func week(days: [Int] = Array(17...23)) -> [SentUsage] {
    days.flatMap { call(10, of: $0, prompt: 1000, completion: 200, cached: 300) }
  }

  /// The metrics of a call, at an hour of 20 November where no other day is said.
  static func call(
    _ hour: Int, of day: Int = 20, prompt: Int, completion: Int = 10, total: Int? = nil,
    cached: Int? = nil, subscription: String = "contoso-hr", user: String? = "u1",
    model: String = "gpt-4.1"
  ) -> [SentUsage] {
    let metrics = [
      ("Prompt Tokens", prompt), ("Completion Tokens", completion),
      ("Total Tokens", total ?? prompt + completion), ("Prompt Cached Tokens", cached),
    ]
    return metrics.compactMap { name, count in
      count.map {
        var record = metric(name, $0)
        record.time = "2026-11-\(day)T\(hour):00:00Z"
        record.properties = ["Subscription ID": subscription, "API ID": "chat", "Model": model]
        record.properties["User ID"] = user
        return record
      }
    }
  }

  static func metric(_ name: String, _ sum: Int) -> SentUsage {
    var record = SentUsage(time: "2026-11-20T09:00:00Z")
    record.name = name
    record.sum = Double(sum)
    return record
  }

  /// The gateway's own telemetry.
  static func request(standingFor requests: Int = 1) -> SentUsage {
    var record = SentUsage(time: "2026-11-20T10:00:00Z", columns: ["AppRoleName": "apim-prod"])
    record.table = "AppRequests"
    record.itemCount = requests
    return record
  }
}

extension RunningService {
  func gets(_ usage: [SentUsage]) throws {
    try tell("records", String(decoding: try JSONEncoder().encode(usage), as: UTF8.self))
  }
}
