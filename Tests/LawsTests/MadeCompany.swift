import SeededCases
import Pricing
import UsageModel

/// An invented company: what its gateway metered and what its files say, decided by a seed.
struct MadeCompany {
  let seed: UInt64
  let zone: MadeZone
  var sources: [MadeSource]
  let book: PriceBook
  /// nil is the newest day of any source.
  let asOf: CalendarDay?
  /// The days that most records lie in.
  let days: ClosedRange<CalendarDay>

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    self.seed = seed
    zone = generator.one(of: MadeZone.all)
    let first = CalendarDay(year: 2026, month: 9, day: 10)!.advanced(by: generator.number(0...70))
    days = first...first.advanced(by: generator.one(of: [1, 2, 3, 5, 8, 13, 40]) - 1)
    let names = MadeNames(&generator)
    sources = madeSources(names, in: days, &generator)
    book = madeBook(names, in: days, &generator)
    asOf =
      generator.happens(20)
      ? first.advanced(by: generator.number(0...days.count + 2)) : nil
  }
}

/// The ids that a company's usage and files are about.
struct MadeNames {
  let subscriptions: [String]
  let teams: [String]
  let features: [String]
  /// As metered.
  let models: [String]
  let users: [String]

  init(_ generator: inout SplitMix64) {
    subscriptions = generator.some(
      1...4, of: ["sub-1", "SUB-2", "sub 3", "sub-4", ""] + hostileNames)
    teams = generator.some(0...3, of: ["sales", "lab", "support", "<b>team</b>", "=1+1"])
    features = generator.some(1...3, of: ["chat", "search", "ask-docs", "", "</td>"])
    models = generator.some(1...4, of: Self.allModels)
    users = generator.some(1...4, of: ["ann", "bob", "eve", "", "unknown"] + hostileNames)
  }

  private static let allModels = [
    "gpt-4o", "gpt-4o-mini-2024-07-18", "o1-preview", "o3", "o4-mini", "claude-3-5-sonnet",
    "claude-opus-4", "text-embedding-3-small", "mistral-large", "GPT-4o", "llama <3>", "",
  ]
}
