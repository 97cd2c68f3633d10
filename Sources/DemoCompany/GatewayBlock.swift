import UsageModel

/// The calls of one use in one working block, as the gateway meters them.
struct GatewayBlock {
  let use: DemoUse
  /// Seconds since 1970, UTC.
  let second: Int
  let calls: Int
  let prompt: Int
  let completion: Int
  /// nil where the gateway sends no such record.
  let cached: Int?
}

/// What the gateway metered on a day, in time order. Nothing on the day of the gap.
func gatewayBlocks(on day: CalendarDay) -> [GatewayBlock] {
  guard day != .demoGap else { return [] }
  var random = SplitMix64(seed: UInt64(day.daysSince1970))
  var blocks: [GatewayBlock] = []
  for use in demoUses {
    for hour in hours(of: use, on: day) {
      // Drawn for every use, so that one person's first day changes nobody else's numbers.
      let minute = random.number(in: 0...59)
      let second = random.number(in: 0...59)
      let spread = random.number(in: 550...1450)
      let promptSpread = random.number(in: 850...1150)
      let completionSpread = random.number(in: 850...1150)
      let cachedShare = random.number(in: 280...560)
      // A nightly job works through what came in the day before; it does not know weekends.
      let activity = use.isNightly ? 400 + day.demoActivity * 6 / 10 : day.demoActivity
      let calls = use.calls * activity / 1000 * spread / 1000
      guard use.from...use.to ~= day, calls > 0 else { continue }
      let perCall = use.feature.tokensPerCall
      let prompt = calls * perCall.prompt * promptSpread / 1000
      let midnight = day.daysSince1970 * 86_400 - day.demoHoursAheadOfUTC * 3_600
      blocks.append(
        GatewayBlock(
          use: use,
          second: midnight + hour * 3_600 + minute * 60 + second,
          calls: calls,
          prompt: prompt,
          completion: calls * perCall.completion * completionSpread / 1000,
          cached: cachedTokens(of: use.model, prompt: prompt, share: cachedShare)))
    }
  }
  return blocks.enumerated()
    .sorted { ($0.element.second, $0.offset) < ($1.element.second, $1.offset) }
    .map(\.element)
}

/// Local hours. In the hour after midnight in Berlin it is still the day before in UTC.
private func hours(of use: DemoUse, on day: CalendarDay) -> [Int] {
  if use.isNightly { return [0] }
  return day.weekday < 6 ? [9, 13, 16] : [11]
}

/// - Parameter share: Thousandths of the prompt that the cache knew.
private func cachedTokens(of model: String, prompt: Int, share: Int) -> Int? {
  // Mistral's never come; Claude's lie beside the prompt and are several times as many.
  if model.hasPrefix("mistral-") { return nil }
  return model.hasPrefix("claude-") ? prompt * share / 250 : prompt * share / 1000
}
