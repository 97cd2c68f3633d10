import Foundation

/// One call of a model, as a gateway metered it.
struct MadeCall {
  /// Seconds since 1970, in UTC.
  let second: Int
  let subscription: String
  let user: String
  let feature: String
  let model: String
  let prompt: Int
  let completion: Int
  let cached: Int

  /// The lines of a data export: one record per metric.
  var jsonLines: [String] {
    let properties = [
      ("Subscription ID", subscription), ("User ID", user), ("API ID", feature), ("Model", model),
    ]
    .map { "\(jsonText($0)):\(jsonText($1))" }.joined(separator: ",")
    return [
      ("Prompt Tokens", prompt), ("Completion Tokens", completion),
      ("Total Tokens", prompt + completion), ("Prompt Cached Tokens", cached),
    ].map { metric, count in
      "{\"TimeGenerated\":\"\(utcText("%Y-%m-%dT%H:%M:%S")).0000000Z\",\"Name\":\"\(metric)\","
        + "\"ItemCount\":1,\"Sum\":\(count),\"Properties\":{\(properties)},\"Type\":\"AppMetrics\"}"
    }
  }

  static let csvHeader = "time,subscription,user,feature,model,prompt,completion,cached"

  var csvLine: String {
    [
      utcText("%Y-%m-%d %H:%M:%S"), csvField(subscription), csvField(user), csvField(feature),
      csvField(model), String(prompt), String(completion), String(cached),
    ].joined(separator: ",")
  }

  private func utcText(_ format: String) -> String {
    var moment = time_t(second)
    var fields = tm()
    gmtime_r(&moment, &fields)
    var bytes = [CChar](repeating: 0, count: 32)
    let length = strftime(&bytes, bytes.count, format, &fields)
    return String(decoding: bytes.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

func csvField(_ text: String) -> String {
  text.isEmpty ? "" : "\"" + text.replacing("\"", with: "\"\"") + "\""
}

private func jsonText(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
