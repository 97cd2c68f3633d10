import SeededCases
import UsageModel

/// What one or two sources metered, in no order, with silent days.
func madeSources(
  _ names: MadeNames, in days: ClosedRange<CalendarDay>, _ generator: inout SplitMix64
) -> [MadeSource] {
  var sources = [madeSource("gateway", .azureMonitorExport, names, in: days, &generator)]
  if generator.happens(45) {
    let format = generator.one(of: [MadeSource.Format.wideCSV, .longCSV])
    sources.append(madeSource("assistant", format, names, in: days, &generator))
  }
  return generator.happens(50) ? sources : sources.reversed()
}

private func madeSource(
  _ name: String, _ format: MadeSource.Format, _ names: MadeNames,
  in days: ClosedRange<CalendarDay>, _ generator: inout SplitMix64
) -> MadeSource {
  let isCSV = format != .azureMonitorExport
  let spoken = days.filter { _ in generator.happens(75) }
  var source = MadeSource(
    name: name, format: format, writesWholeDays: isCSV && generator.happens(30),
    daysAreUTC: isCSV && generator.happens(30),
    until: generator.maybe(20, Array(days)).map(\.description), records: [])
  let metersCached = generator.happens(70)
  for _ in 0..<(spoken.isEmpty ? 0 : generator.number(1...24)) {
    let call = madeCall(on: generator.one(of: spoken), names, metersCached, &generator)
    source.records += format == .wideCSV ? [call] : singleMetricRecords(of: call, &generator)
  }
  if let twice = source.records.randomElement(using: &generator) { source.records.append(twice) }
  source.records.shuffle(using: &generator)
  return source
}

private func madeCall(
  on day: CalendarDay, _ names: MadeNames, _ metersCached: Bool, _ generator: inout SplitMix64
) -> MadeRecord {
  let prompt = madeCount(&generator)
  let completion = madeCount(&generator)
  var tokens: [(metric: String, count: Int64)] = []
  if generator.happens(90) { tokens.append(("Prompt Tokens", prompt)) }
  if generator.happens(90) { tokens.append(("Completion Tokens", completion)) }
  if generator.happens(80) { tokens.append(("Total Tokens", prompt + completion)) }
  if metersCached, generator.happens(60) {
    let isTooLarge = generator.happens(10)
    tokens.append(
      ("Prompt Cached Tokens", generator.count(0...prompt) + (isTooLarge ? prompt + 1 : 0)))
  }
  if generator.happens(30) {
    tokens.append(("Completion Reasoning Tokens", generator.count(0...completion)))
  }
  // Half of all calls lie within two hours of a midnight somewhere.
  let second =
    generator.happens(50)
    ? generator.number(0...86_399)
    : generator.one(of: [0, 5, 7, 10, 18, 22]) * 3600 + generator.number(0...7199)
  return MadeRecord(
    second: day.daysSince1970 * 86_400 + second,
    subscription: generator.one(of: names.subscriptions),
    user: generator.one(of: names.users), feature: generator.one(of: names.features),
    model: generator.one(of: names.models), tokens: tokens,
    requests: generator.happens(90) ? generator.count(1...3) : nil)
}

/// The call as a gateway sends it: a record per metric, also of metrics that nobody knows.
private func singleMetricRecords(
  of call: MadeRecord, _ generator: inout SplitMix64
) -> [MadeRecord] {
  var tokens = call.tokens
  if generator.happens(20) {
    tokens.append((generator.one(of: ["Audio Tokens", "Image  Tokens", "< Tokens"]), 7))
  }
  if generator.happens(20) {
    tokens.append((generator.one(of: ["Latency", "Tokens", "total tokens"]), 11))
  }
  return tokens.map { metric in
    var record = call
    record.tokens = [metric]
    return record
  }
}

private func madeCount(_ generator: inout SplitMix64) -> Int64 {
  let largest: Int64 = generator.one(of: [0, 9, 5_000, 5_000, 5_000, 3_000_000, 100_000_000_000])
  return generator.count(0...largest)
}
