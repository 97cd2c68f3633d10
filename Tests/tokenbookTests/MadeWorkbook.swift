import SeededCases
import Foundation

/// An invented company, decided by a seed: its usage, its teams and its prices.
struct MadeWorkbook {
  /// The names that usage and files are about, some of them ugly.
  struct Names {
    var subscriptions: [String]
    var teams: [String]
    var users: [String]
    var features: [String]
    var models: [String]

    init(_ generator: inout SplitMix64) {
      subscriptions = generator.some(
        1...4, of: ["sub-1", "Web shop", "web-shop", "<b>sub</b>", "a,\"b\"", "Ünï"])
      teams = generator.some(1...3, of: ["sales", "lab", "Sales!", "=1+1", "<i>team</i>"])
      users = generator.some(1...5, of: ["ann", "bob", "", "eve@x.example", "[x](javascript:1)"])
      features = generator.some(1...3, of: ["chat", "search", "", "</td>"])
      models = generator.some(1...3, of: ["gpt-4o", "claude-3-5-sonnet", "mistral-large", "o3"])
    }
  }

  enum Format: CaseIterable { case jsonLines, csv }

  let format: Format
  let currency: String
  let timeZone: String
  let calls: [MadeCall]
  /// The CSV files by name.
  let tables: [String: String]

  init(seed: UInt64, users: [String]? = nil) {
    var generator = SplitMix64(seed: seed)
    var names = Names(&generator)
    if let users { names.users = users }
    format = generator.one(of: Format.allCases)
    currency = generator.one(of: ["EUR", "USD", "JPY"])
    timeZone = generator.one(of: [
      "UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland",
    ])
    calls = madeCalls(names, &generator)
    tables = madeTables(names, currency: currency, &generator)
  }

  /// Writes the folder with the usage in `fileCount` files, its lines in the order of `generator`.
  func write(
    to folder: TemporaryFolder, users: String = "users: off\n", fileCount: Int,
    _ generator: inout SplitMix64
  ) throws {
    try folder.write(settings(users: users), to: "tokenbook.yml")
    for (name, text) in tables { try folder.write(text, to: name) }
    var lines = format == .csv ? calls.map(\.csvLine) : calls.flatMap(\.jsonLines)
    lines.shuffle(using: &generator)
    for file in 0..<fileCount {
      let part = lines.indices.filter { $0 % fileCount == file }.map { lines[$0] }
      let all = (format == .csv ? [MadeCall.csvHeader] : []) + part
      try folder.write(
        all.joined(separator: "\n") + "\n",
        to: "usage/part-\(file)." + (format == .csv ? "csv" : "jsonl"))
    }
  }

  private func settings(users: String) -> String {
    let source =
      format == .csv
      ? """
      kind: csv
          columns:
            time: time
            subscription: subscription
            user: user
            feature: feature
            model: model
            prompt_tokens: prompt
            completion_tokens: completion
            cached_tokens: cached
      """ : "kind: azure-monitor-export"
    return """
      title: Made
      organisation: Contoso
      currency: \(currency)
      time_zone: \(timeZone)
      \(users)sources:
        - name: gateway
          path: usage/
          \(source)

      """
  }
}

/// 2026-09-20, so that usage spreads over two months.
private let firstSecond = 1_789_862_400

private func madeCalls(
  _ names: MadeWorkbook.Names, _ generator: inout SplitMix64
) -> [MadeCall] {
  let days = (0...generator.number(1...24)).filter { _ in generator.happens(70) }
  var calls = (0...generator.number(5...60)).map { _ in
    let prompt = generator.number(0...generator.one(of: [9, 5_000, 3_000_000]))
    return MadeCall(
      second: firstSecond + generator.one(of: days + [0]) * 86_400 + generator.number(0...86_399),
      subscription: generator.one(of: names.subscriptions), user: generator.one(of: names.users),
      feature: generator.one(of: names.features), model: generator.one(of: names.models),
      prompt: prompt, completion: generator.number(0...5_000),
      cached: generator.number(0...prompt))
  }
  // Every user speaks, also in the newest month.
  let second = calls.map(\.second).max() ?? firstSecond
  for user in names.users {
    calls.append(
      MadeCall(
        second: second, subscription: names.subscriptions[0], user: user,
        feature: names.features[0], model: names.models[0], prompt: 100, completion: 10, cached: 0))
  }
  return calls
}
