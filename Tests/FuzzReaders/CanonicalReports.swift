import UsageModel

let liteLLMMapping = LiteLLMMapping(
  dimensions: DimensionMapping(
    subscription: "team_id", user: "user_id", feature: "api_key", model: "model"))

let otlpAttributes = DimensionMapping(
  subscription: "team", user: "user", feature: "service", model: "model")

let reportMapping = ReportMapping(
  dimensions: DimensionMapping(
    subscription: "project", user: "user", feature: "feature", model: "model"))

/// One row per day, series and metric, all other counts empty.
@Sendable func canonicalDailySpend(_ totals: UsageTotals) -> String {
  let metrics: [TokenMetric] = [.prompt, .completion, .cached, .cacheWrite]
  return "date,team_id,user_id,api_key,model,api_requests,prompt_tokens,completion_tokens,"
    + "cache_read_input_tokens,cache_creation_input_tokens\n"
    + totals.sums.map { key, sums in
      let counts = metrics.map { $0.rawValue == key.metric ? text(sums.tokens) : "" }
      let ids = ids(of: key.series).map(quoted)
      return (["\(key.day)"] + ids + [text(sums.requests)] + counts).joined(separator: ",") + "\n"
    }.joined()
}

/// One line per day, series and type of token.
@Sendable func canonicalOTLP(_ totals: UsageTotals) -> String {
  totals.sums.compactMap { key, sums in
    let requests = totals.requests(of: key)
    let type: String
    switch key.metric {
    case TokenMetric.prompt.rawValue: type = "input"
    case TokenMetric.completion.rawValue: type = "output"
    case TokenMetric.total.rawValue: return nil
    default:
      // By scalars: what follows a space may be an accent.
      let scalars = key.metric.unicodeScalars
        .dropFirst("gen_ai.token.type ".count).dropLast(" Tokens".count)
      type = String(String.UnicodeScalarView(scalars))
    }
    let names = ["team", "user", "service", "model", "gen_ai.token.type"]
    let attributes = zip(names, ids(of: key.series) + [type])
      .map { "{\"key\":\"\($0)\",\"value\":{\"stringValue\":\(jsonText($1))}}" }
    let time = "\(noon(key.day))000000000"
    return "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":"
      + "\"gen_ai.client.token.usage\",\"histogram\":{\"aggregationTemporality\":1,\"dataPoints\":["
      + "{\"attributes\":[\(attributes.joined(separator: ","))],\"startTimeUnixNano\":\"\(time)\","
      + "\"timeUnixNano\":\"\(time)\",\"count\":\(requests ?? 0),\"sum\":\(sums.tokens ?? 0)}"
      + "]}}]}]}]}\n"
  }.joined()
}

/// One page, with an hour of each day.
@Sendable func canonicalOpenAIUsage(_ totals: UsageTotals) -> String {
  page(totals) { day, results in
    "\"start_time\":\(noon(day)),\"end_time\":\(noon(day) + 3600),\"results\":[\(results)]"
  } result: { counts, requests in
    "\"input_tokens\":\(counts(.prompt)),\"output_tokens\":\(counts(.completion)),"
      + "\"input_cached_tokens\":\(counts(.cached)),\"num_model_requests\":\(requests)"
  }
}

/// One page, with an hour of each day.
@Sendable func canonicalAnthropicUsage(_ totals: UsageTotals) -> String {
  page(totals) { day, results in
    "\"starting_at\":\"\(day)T11:00:00Z\",\"ending_at\":\"\(day)T12:00:00Z\",\"results\":[\(results)]"
  } result: { counts, _ in
    "\"uncached_input_tokens\":\(counts(.prompt)),\"output_tokens\":\(counts(.completion)),"
      + "\"cache_read_input_tokens\":\(counts(.cached)),"
      + "\"cache_creation\":{\"ephemeral_5m_input_tokens\":\(counts(.cacheWrite))}"
  }
}

private func page(
  _ totals: UsageTotals, bucket: (CalendarDay, String) -> String,
  result: ((TokenMetric) -> String, String) -> String
) -> String {
  let days = Dictionary(grouping: totals.sums.keys, by: \.day)
  let buckets = days.map { day, keys in
    let results = Set(keys.map(\.series)).map { series in
      func sums(_ metric: TokenMetric) -> UsageTotals.Sums? {
        totals.sums[UsageTotals.Key(day: day, series: series, metric: metric.rawValue)]
      }
      let labels = zip(["project", "user", "feature", "model"], ids(of: series))
        .map { "\"\($0)\":\(jsonText($1))," }.joined()
      let counts = result(
        { sums($0)?.tokens.map(String.init) ?? "null" },
        sums(.total)?.requests.map(String.init) ?? "null")
      return "{\(labels)\(counts)}"
    }
    return "{\(bucket(day, results.joined(separator: ",")))}"
  }
  return "{\"data\":[\(buckets.joined(separator: ","))]}\n"
}

extension UsageTotals {
  /// Those of the series and day, with its prompt tokens alone, so that they count once.
  fileprivate func requests(of key: Key) -> Int64? {
    guard key.metric == TokenMetric.prompt.rawValue else { return nil }
    return sums[Key(day: key.day, series: key.series, metric: TokenMetric.total.rawValue)]?.requests
  }
}

private func ids(of series: SeriesKey) -> [String] {
  [series.subscription, series.user, series.feature, series.model]
}

/// 11:00 UTC, in seconds since 1970: the same day in Berlin.
private func noon(_ day: CalendarDay) -> Int { day.daysSince1970 * 86_400 + 39_600 }
