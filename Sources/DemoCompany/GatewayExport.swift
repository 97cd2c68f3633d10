import UsageModel

/// A month of the gateway's metrics as an Azure Monitor export writes them: one JSON object a line,
/// in time order. Records carry the columns a reader needs, and none of the forty others.
func gatewayExport(of month: CalendarMonth) -> [UInt8] {
  var bytes: [UInt8] = []
  for day in month.days where demoDays.contains(day) {
    var identifiers = SplitMix64(seed: ~UInt64(day.daysSince1970))
    for block in gatewayBlocks(on: day) {
      let time = Array(azureTime(block.second).utf8)
      let properties = propertiesOfUse[block.use] ?? []
      for (metric, tokens) in metrics(of: block) {
        bytes += time
        bytes += Array("\"Name\":\"\(metric)\",\"ItemCount\":\(block.calls),\"Sum\":\(tokens)".utf8)
        bytes += properties
        appendUUID(from: &identifiers, to: &bytes)
        bytes += Array("\"}\n".utf8)
      }
    }
  }
  return bytes
}

private func metrics(of block: GatewayBlock) -> [(name: String, tokens: Int)] {
  var metrics = [
    ("Prompt Tokens", block.prompt),
    ("Completion Tokens", block.completion),
    ("Total Tokens", block.prompt + block.completion),
  ]
  if let cached = block.cached { metrics.append(("Prompt Cached Tokens", cached)) }
  return metrics
}

/// The part of a record that is the same for all of a use, up to the record's own id.
private let propertiesOfUse: [DemoUse: [UInt8]] = {
  var properties: [DemoUse: [UInt8]] = [:]
  for use in demoUses {
    let region = use.subscription == "sub-tokyo" ? "Japan East" : "Germany West Central"
    let text =
      ",\"Properties\":{\"API ID\":\(jsonText(use.feature.rawValue)),"
      + "\"Subscription ID\":\(jsonText(use.subscription)),\"User ID\":\(jsonText(use.user)),"
      + "\"Model\":\(jsonText(use.model)),\"Region\":\(jsonText(region))},"
      + "\"Type\":\"AppMetrics\",\"_ItemId\":\""
    properties[use] = Array(text.utf8)
  }
  return properties
}()

/// The beginning of a record, such as `{"TimeGenerated":"2026-11-22T09:14:00.0000000Z",`.
private func azureTime(_ second: Int) -> String {
  let moment = Timestamp(ticks: Int64(second) * Timestamp.ticksPerSecond)
  let ofDay = second - moment.utcDay.daysSince1970 * 86_400
  let clock = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { number in
    number < 10 ? "0\(number)" : "\(number)"
  }
  return "{\"TimeGenerated\":\"\(moment.utcDay)T\(clock.joined(separator: ":")).0000000Z\","
}

private func jsonText(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

private func appendUUID(from random: inout SplitMix64, to bytes: inout [UInt8]) {
  let digits = Array("0123456789abcdef".utf8)
  let halves = [random.next(), random.next()]
  for place in 0..<32 {
    if [8, 12, 16, 20].contains(place) { bytes.append(UInt8(ascii: "-")) }
    let shift = 60 - 4 * UInt64(place % 16)
    bytes.append(digits[Int(halves[place / 16] >> shift & 15)])
  }
}
