import SeededCases
import SnapshotStore
import Testing
import UsageModel

/// Whatever a service answers night after night, the snapshot holds what was last accepted of each
/// day.
@Suite struct PullsModelTests {
  @Test(arguments: UInt64(1)...20)
  func `the snapshot holds of each day what was last accepted`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let start = day("2026-10-20")
      let lookback = Int.random(in: 0...4, using: &random)
      var model: [CalendarDay: [UsagePoint]] = [:]
      for night in 1...25 {
        let askedOn = start.advanced(by: night)
        let last = Int.random(in: max(0, night - 8)..<night, using: &random)
        let first = Int.random(in: max(0, last - 5)...last, using: &random)
        let window = start.advanced(by: first)...start.advanced(by: last)
        let accepted = random.happens(20) ? Set(window) : []
        var answer: [CalendarDay: [UsagePoint]] = [:]
        for day in window { answer[day] = changed(model[day] ?? [], of: day, &random) }
        let isRefused = window.contains { day in
          let old = model[day] ?? []
          let new = answer[day] ?? []
          if accepted.contains(day) || old.isEmpty { return false }
          if new.isEmpty { return true }
          let isSettled = askedOn.daysSince1970 - day.daysSince1970 > lookback
          return isSettled && (new.count < old.count || tokens(new) < tokens(old))
        }

        let points = window.flatMap { answer[$0] ?? [] }
        do {
          let outcome = try snapshot.storePull(
            PullWindow(
              source: "gateway", days: window, askedOn: askedOn, lookback: lookback,
              acceptsLess: accepted), facts: facts()
          ) { receive in
            let half = points.count / 2
            try receive(UsageBatch(points: Array(points[..<half])))
            try receive(UsageBatch(points: Array(points[half...])))
            return receipt(of: points)
          }
          #expect(!isRefused, "seed \(seed), night \(night)")
          let days = outcome.daysAdded + outcome.daysReplaced + outcome.daysUnchanged
          #expect(days.sorted() == Array(window), "seed \(seed), night \(night)")
          model.merge(answer) { _, new in new }
        } catch SnapshotError.pullLosesData {
          #expect(isRefused, "seed \(seed), night \(night)")
        }

        var stored: [String] = []
        try snapshot.forEachDay(in: start...askedOn) { day in
          stored += day.usage.map { "\(day.day) \($0.series.user) \($0.counts.prompt ?? -1)" }
        }
        let expected = model.values.joined().map { line($0) }
        #expect(stored.sorted() == expected.sorted(), "seed \(seed), night \(night)")
        #expect(
          try snapshot.ledger().map { "\($0.day) \($0.receipt.rows) \($0.receipt.tokens)" }
            == model.sorted { $0.key < $1.key }.map {
              "\($0.key) \($0.value.count) \(tokens($0.value))"
            }, "seed \(seed), night \(night)")
      }
    }
  }
}

private func tokens(_ points: [UsagePoint]) -> Int64 {
  points.reduce(0) { $0 + ($1.counts.prompt ?? 0) }
}

private func line(_ point: UsagePoint) -> String {
  "\(point.day) \(point.series.user) \(point.counts.prompt ?? -1)"
}

/// The same, more, fewer or no records; or the same number of other ones.
private func changed(
  _ points: [UsagePoint], of day: CalendarDay, _ random: inout SplitMix64
) -> [UsagePoint] {
  func point(_ user: Int, _ prompt: Int64) -> UsagePoint {
    SnapshotStoreTests.point(day.description, user: "user \(user)", TokenCounts(prompt: prompt))
  }
  switch Int.random(in: 0..<10, using: &random) {
  case 0: return []
  case 1: return Array(points.dropLast())
  case 2:
    return points.enumerated().map { index, _ in
      point(index, Int64.random(in: 0...9, using: &random))
    }
  case 3...6:
    let count = Int.random(in: 1...3, using: &random)
    return points
      + (0..<count).map { point(points.count + $0, Int64.random(in: 0...9, using: &random)) }
  default: return points
  }
}
