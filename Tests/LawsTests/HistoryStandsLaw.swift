import Pricing
import Tables
import UsageModel

/// Law 3: what the views said up to a day, they say for ever.
///
/// - Parameters:
///   - before: The rows of views, by name.
///   - after: The same after something changed that begins after `day`.
/// - Returns: The first rows that only one of the two has.
func historyViolations(
  before: [String: Table], after: [String: Table], upTo day: CalendarDay
) -> [String] {
  // A month has closed where the next one begins no later than the day after.
  let closed = day.advanced(by: 1).month.description
  func settled(_ view: String, _ views: [String: Table]) -> [String] {
    guard let table = views[view] else { return ["no view"] }
    if let column = table.index(of: "day") {
      return table.rows.filter { $0[column].text! <= day.description }.map(words)
    }
    let column = table.index(of: "month")!
    return table.rows.filter { $0[column].text! < closed }.map(words)
  }

  return datedViews.flatMap { view in
    let old = settled(view, before)
    let new = settled(view, after)
    let gone = Set(old).subtracting(new).sorted().map { "law 3, \(view) up to \(day) had: \($0)" }
    let come = Set(new).subtracting(old).sorted().map { "law 3, \(view) up to \(day) has: \($0)" }
    return gone.prefix(2) + come.prefix(2)
  }
}

/// The views that say something about a day or a month.
let datedViews = [
  "days", "charges", "charge_lines", "metered", "daily_teams", "daily_features", "monthly",
  "people",
]

private func words(_ row: [Cell]) -> String {
  row.map { cell in
    switch cell {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): "'\(text)'"
    }
  }.joined(separator: " | ")
}
