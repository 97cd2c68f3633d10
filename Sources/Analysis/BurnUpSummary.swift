import UsageModel

/// Says in sentences how far a period has come: how much of its budget is used, or how it compares
/// with the days before it, and where it is expected to end.
///
/// Where it ends is a promise only where the whole likely range lies on one side of the budget.
package func burnUpSummary(of days: BurnUpDays, words: SummaryWords) throws -> String {
  guard !days.periods.isEmpty else { return "There is nothing to show." }
  let text = BurnUpSentences(days: days, words: words)
  let sentences =
    try text.state() + (days.isOver ? [] : try text.expectation())
    + completenessSentences(of: days.periods, words: words)
  return sentences.joined(separator: " ")
}

private struct BurnUpSentences {
  let days: BurnUpDays
  let words: SummaryWords

  private var periodName: String { days.month == nil ? "period" : "month" }

  func state() throws -> [String] {
    guard let newest = days.newest, let total = days.actual.end else {
      let budget = try days.budget.map { " The budget is \(try words.amount($0))." } ?? ""
      return ["No amount is known\(days.isOver ? "" : " yet").\(budget)"]
    }
    guard let budget = days.budget else { return try comparison(total, newest) }
    if total > budget { return [try passed(budget, by: total)] }
    return [days.isOver ? try ended(total, within: budget) : try used(total, of: budget, newest)]
  }

  private func used(_ total: Int64, of budget: Int64, _ newest: Int) throws -> String {
    let share = try percent(total, of: budget)
    let amount =
      try share.map { "\($0) of the budget" }
      ?? "\(try words.amount(total)) of the budget of \(try words.amount(budget))"
    let gone = try words.percent(Double(newest + 1) / Double(days.periods.count))
    return "By \(try day(newest)) \(amount) is used and \(gone) of the days are gone."
  }

  private func ended(_ total: Int64, within budget: Int64) throws -> String {
    let start = "The \(periodName) ended at \(try words.amount(total)), "
    if total == budget { return start + "which is exactly the budget." }
    let left = try amount(between: total, and: budget)
    guard let share = try percent(total, of: budget) else {
      return start + "\(left) under the budget of \(try words.amount(budget))."
    }
    return start + "\(share) of the budget and \(left) under it."
  }

  private func passed(_ budget: Int64, by total: Int64) throws -> String {
    // Corrections may have taken it below the budget again.
    let lastWithin = days.actual.totals.lastIndex { $0.map { $0 <= budget } ?? false }
    let passing = try day((lastWithin ?? -1) + 1)
    let more = try amount(between: budget, and: total)
    let limit = try words.amount(budget)
    return days.isOver
      ? "The \(periodName) ended at \(try words.amount(total)), \(more) over the budget of "
        + "\(limit), which was passed on \(passing)."
      : "The budget of \(limit) was passed on \(passing); \(more) more has been spent since."
  }

  /// Over the days that are known in both periods.
  private func comparison(_ total: Int64, _ newest: Int) throws -> [String] {
    let common = days.periods.indices.filter {
      days.actual.amounts[$0] != nil && days.before?.amounts[$0] != nil
    }
    guard let before = days.before, !common.isEmpty else {
      let amount = try words.amount(total)
      return [
        days.isOver
          ? "The \(periodName) ended at \(amount)." : "\(amount) by \(try day(newest))."
      ]
    }
    let now = try exactSum(of: common.map { days.actual.amounts[$0] })
    let then = try exactSum(of: common.map { before.amounts[$0] })
    let change = try changeText(from: Double(then), to: Double(now), words: words)
    let count = common.count == 1 ? "1 day" : "\(common.count) days"
    let earlier = "in the same \(common.count == 1 ? "day" : "days") of \(try periodBefore())"
    let sentence = "\(try words.amount(now)) in \(count)"
    let compared =
      try change.map { ", \($0) \(earlier) (\(try words.amount(then)))." }
      ?? ", after \(words.amount(then)) \(earlier)."
    guard now != total else { return [sentence + compared] }
    return [sentence + compared, "In all it is \(try words.amount(total)) by \(try day(newest))."]
  }

  func expectation() throws -> [String] {
    let range = days.likelyRange
    guard let end = days.expected?.end else {
      guard let range else { return [] }
      let likely = try words.range(range.lowerBound, range.upperBound)
      return ["The \(periodName) is likely to end at \(likely)."]
    }
    let likely =
      try range.map { " (likely \(try words.range($0.lowerBound, $0.upperBound)))" } ?? ""
    let expected =
      "The \(periodName) is expected to end at \(try words.amount(end))\(likely)"
    guard let budget = days.budget else { return [expected + "."] }
    guard end != budget else {
      let isSplit = range.map { $0.lowerBound < budget && budget < $0.upperBound } ?? false
      return [expected + ", which is exactly the budget" + (isSplit ? bothSides : "") + "."]
    }
    let side = end < budget ? "under" : "over"
    let difference = try amount(between: end, and: budget)
    guard let range else {
      return [expected + ", which is \(difference) \(side) the budget."]
    }
    if end < budget ? range.upperBound <= budget : range.lowerBound >= budget {
      return [
        "The \(periodName) is expected to end \(side) the budget: at \(try words.amount(end))\(likely), "
          + "\(difference) \(end < budget ? "less" : "more")."
      ]
    }
    return [expected + ", which is \(difference) \(side) the budget\(bothSides)."]
  }

  private var bothSides: String { "; the likely range reaches both sides of it" }

  /// nil where a percentage says nothing.
  private func percent(_ total: Int64, of budget: Int64) throws -> String? {
    budget > 0 && total >= 0 ? try words.percent(Double(total) / Double(budget)) : nil
  }

  private func amount(between lower: Int64, and upper: Int64) throws -> String {
    let difference = Int128(upper) - Int128(lower)
    guard let amount = Int64(exactly: difference.magnitude) else {
      throw AnalysisError.tooLarge(column: "budget")
    }
    return try words.amount(amount)
  }

  private func exactSum(of amounts: [Int64?]) throws -> Int64 {
    var sum = ExactSum()
    for amount in amounts { sum.add(amount) }
    return try sum.total(of: "total") ?? 0
  }

  private func day(_ index: Int) throws -> String {
    try words.day(days.periods[index].days.lowerBound)
  }

  private func periodBefore() throws -> String {
    try days.month.map { try words.monthName($0.advanced(by: -1)) } ?? "the period before"
  }
}
