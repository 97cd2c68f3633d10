import UsageModel

/// One `AppMetrics` record per day, series and metric.
@Sendable func canonicalJSONLines(_ totals: UsageTotals) -> String {
  totals.sums.map { key, sums in
    let dimensions = [
      ("Subscription ID", key.series.subscription), ("User ID", key.series.user),
      ("API ID", key.series.feature), ("Model", key.series.model),
    ]
    .map { "\(jsonText($0)):\(jsonText($1))" }.joined(separator: ",")
    return "{\"TimeGenerated\":\"\(key.day)T11:00:00Z\",\"Name\":\(jsonText(key.metric)),"
      + "\"Sum\":\(sums.tokens ?? 0)" + (sums.requests.map { ",\"ItemCount\":\($0)" } ?? "")
      + ",\"Properties\":{\(dimensions)}}\n"
  }.joined()
}

private let dimensionColumns: [CSVMapping.Role: String] = [
  .time: "time", .subscription: "subscription", .user: "user", .feature: "feature",
  .model: "model", .requests: "requests",
]

let wideMapping = CSVMapping(
  columns: dimensionColumns.merging([
    .promptTokens: "prompt", .completionTokens: "completion", .totalTokens: "total",
    .cachedTokens: "cached", .cacheWriteTokens: "cache_write", .reasoningTokens: "reasoning",
  ]) { $1 })

let longMapping = CSVMapping(
  columns: dimensionColumns.merging([.metric: "metric", .tokens: "tokens"]) { $1 })

/// One row per day, series and metric, all columns but one empty.
@Sendable func canonicalWideRows(_ totals: UsageTotals) -> String {
  let header =
    "time,subscription,user,feature,model,requests,prompt,completion,total,cached,cache_write,"
    + "reasoning\n"
  return header
    + totals.sums.map { key, sums in
      let counts = TokenMetric.allCases.map { metric in
        metric.rawValue == key.metric ? text(sums.tokens) : ""
      }
      return row(key, [text(sums.requests)] + counts)
    }.joined()
}

@Sendable func canonicalLongRows(_ totals: UsageTotals) -> String {
  "time,subscription,user,feature,model,requests,metric,tokens\n"
    + totals.sums.map { key, sums in
      row(key, [text(sums.requests), quoted(key.metric), text(sums.tokens)])
    }.joined()
}

private func row(_ key: UsageTotals.Key, _ rest: [String]) -> String {
  let series = key.series
  let ids = [series.subscription, series.user, series.feature, series.model].map(quoted)
  return (["\(key.day)"] + ids + rest).joined(separator: ",") + "\n"
}

func text(_ count: Int64?) -> String { count.map(String.init) ?? "" }

/// A CSV field. By scalars: to Swift, a quote with an accent behind it is another character.
func quoted(_ text: String) -> String {
  var quoted = "\"".unicodeScalars
  for scalar in text.unicodeScalars {
    if scalar == "\"" { quoted.append(scalar) }
    quoted.append(scalar)
  }
  quoted.append("\"")
  return String(quoted)
}

func jsonText(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": json.unicodeScalars += ["\\", scalar]
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
