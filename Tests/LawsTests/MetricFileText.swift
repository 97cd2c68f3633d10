import SeededCases
import Foundation
import UsageModel

extension MadeSource {
  /// The bytes of one metrics file. The same record may be written in several ways.
  func fileText(of records: [MadeRecord], _ generator: inout SplitMix64) -> String {
    switch format {
    case .azureMonitorExport: records.map { jsonLine($0, &generator) + "\n" }.joined()
    case .wideCSV: csvText(header: dimensionColumns + wideMetrics + ["calls"], records)
    case .longCSV: csvText(header: dimensionColumns + ["metric", "tokens", "calls"], records)
    }
  }

  var sourceFormat: SourceFormat {
    if format == .azureMonitorExport { return .azureMonitorExport(.recommended) }
    var columns: [CSVMapping.Role: String] = [
      .time: "time", .subscription: "subscription", .user: "user", .feature: "feature",
      .model: "model", .requests: "calls",
    ]
    if format == .longCSV {
      columns[.metric] = "metric"
      columns[.tokens] = "tokens"
    } else {
      let roles: [CSVMapping.Role] = [
        .promptTokens, .completionTokens, .totalTokens, .cachedTokens, .reasoningTokens,
      ]
      for (role, metric) in zip(roles, wideMetrics) { columns[role] = metric }
    }
    return .csv(CSVMapping(columns: columns, daysAreUTC: daysAreUTC))
  }

  private func csvText(header: [String], _ records: [MadeRecord]) -> String {
    let rows = records.map { record in
      let time = utcText(
        record.second, writesWholeDays ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S")
      let metrics: [String]
      if format == .longCSV {
        metrics = [record.tokens[0].metric, String(record.tokens[0].count)]
      } else {
        metrics = wideMetrics.map { metric in
          record.tokens.first { $0.metric == metric }.map { String($0.count) } ?? ""
        }
      }
      return [time, record.subscription, record.user, record.feature, record.model] + metrics
        + [record.requests.map { String($0) } ?? ""]
    }
    return ([header] + rows).map { $0.map(csvField).joined(separator: ",") + "\r\n" }.joined()
  }
}

private let dimensionColumns = ["time", "subscription", "user", "feature", "model"]

private let wideMetrics = [
  "Prompt Tokens", "Completion Tokens", "Total Tokens", "Prompt Cached Tokens",
  "Completion Reasoning Tokens",
]

private func csvField(_ text: String) -> String {
  text.isEmpty ? "" : "\"" + text.replacing("\"", with: "\"\"") + "\""
}

private func jsonLine(_ record: MadeRecord, _ generator: inout SplitMix64) -> String {
  var properties: [String] = []
  for (name, text) in [
    ("Subscription ID", record.subscription), ("User ID", record.user),
    ("API ID", record.feature), ("Model", record.model),
  ] {
    // An empty dimension is sent as nothing, as nothing in quotes, or not at all.
    let sent = text.isEmpty ? generator.one(of: ["", "null", "\"\""]) : jsonText(text)
    if !sent.isEmpty { properties.append(jsonText(name) + ":" + sent) }
  }
  let object = "{" + properties.joined(separator: ",") + "}"
  let (metric, count) = record.tokens[0]
  let fraction = String(1_000_000 + generator.number(0...999_999)).dropFirst()
  return "{\"TimeGenerated\":\"\(utcText(record.second, "%Y-%m-%dT%H:%M:%S")).\(fraction)Z\","
    + "\"Name\":\(jsonText(metric)),\"Sum\":\(count)\(generator.happens(20) ? ".0" : ""),"
    + (record.requests.map { "\"ItemCount\":\($0)," } ?? "")
    + "\"Properties\":\(generator.happens(20) ? jsonText(object) : object),\"Min\":1}"
}

private func jsonText(_ text: String) -> String {
  var escaped = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": escaped += "\\\""
    case "\\": escaped += "\\\\"
    case "\u{0}"..."\u{1F}":
      escaped += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped + "\""
}

/// A moment in UTC as `strftime` writes it.
func utcText(_ second: Int, _ format: String) -> String {
  var moment = time_t(second)
  var fields = tm()
  gmtime_r(&moment, &fields)
  var bytes = [CChar](repeating: 0, count: 32)
  let length = strftime(&bytes, bytes.count, format, &fields)
  return String(decoding: bytes.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
}
