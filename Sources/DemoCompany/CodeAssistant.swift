import UsageModel

/// The daily table of a code assistant that has no gateway: one row per developer and day.
///
/// Its days are local days already, and it lacks the day that the gateway lacks, too.
func codeAssistantTable() -> String {
  var lines = ["date,developer,suggestions,prompt_tokens,completion_tokens,cached_tokens"]
  for day in demoDays where day != .demoGap {
    var random = SplitMix64(seed: UInt64(day.daysSince1970) << 32)
    for (rank, developer) in developers.enumerated() {
      // Zipf: the third of them uses it a third as much as the first.
      let calls =
        7_200 / (rank + 1) * day.demoActivity / 1000 * random.number(in: 600...1400) / 1000
      let prompt = calls * 7_000 * random.number(in: 900...1100) / 1000
      let completion = calls * 120 * random.number(in: 900...1100) / 1000
      let cached = prompt * random.number(in: 500...700) / 1000
      guard calls > 0 else { continue }
      lines.append("\(day),\(developer),\(calls),\(prompt),\(completion),\(cached)")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

private let developers = [
  "u-6f90@halden-pryce.example", "u-e812@halden-pryce.example", "u-d3aa@halden-pryce.example",
  "u-11f7@halden-pryce.example", "u-c02d@halden-pryce.example", "u-84b5@halden-pryce.example",
]
