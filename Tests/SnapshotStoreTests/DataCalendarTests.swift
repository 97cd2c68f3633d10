import Testing
import UsageModel

@testable import SnapshotStore

@Suite struct DataCalendarTests {
  @Test func `a day that no source has is missing`() {
    let calendar = calendar(["a": ["2026-10-01", "2026-10-03"]])

    #expect(statuses(calendar) == ["received", "missing", "provisional"])
  }

  @Test func `a day that a source lacks is partial`() {
    let calendar = calendar([
      "a": ["2026-10-01", "2026-10-02", "2026-10-03"], "b": ["2026-10-01", "2026-10-03"],
    ])

    #expect(statuses(calendar) == ["received", "partial", "provisional"])
    #expect(calendar.sourcesMissing(on: day("2026-10-02")) == ["b"])
  }

  @Test func `a source counts from its first day on`() {
    let calendar = calendar([
      "a": ["2026-10-01", "2026-10-02", "2026-10-03"], "b": ["2026-10-02", "2026-10-03"],
    ])

    #expect(statuses(calendar) == ["received", "received", "provisional"])
  }

  @Test func `a source that has ended is expected no more`() {
    let calendar = calendar(
      ["a": ["2026-10-01", "2026-10-02", "2026-10-03"], "b": ["2026-10-01"]],
      until: ["b": "2026-10-01"])

    #expect(statuses(calendar) == ["received", "received", "provisional"])
  }

  @Test func `the newest day of each source may still change`() {
    let calendar = calendar(["a": ["2026-10-01", "2026-10-02"], "b": ["2026-10-01"]])

    #expect(statuses(calendar) == ["provisional", "partial"])
  }

  @Test func `as_of can lie before and after the data`() {
    let days = ["a": ["2026-10-01", "2026-10-02"]]

    #expect(statuses(calendar(days, asOf: "2026-10-01")) == ["received"])
    #expect(
      statuses(calendar(days, asOf: "2026-10-03")) == ["received", "provisional", "missing"])
    #expect(statuses(calendar(days, asOf: "2026-09-01")) == [])
    #expect(statuses(calendar([:])) == [])
  }

  @Test func `a month is provisional while one of its days is`() {
    let calendar = calendar(
      ["a": ["2026-09-30", "2026-10-31"], "b": ["2026-09-30", "2026-10-31", "2026-11-01"]])

    #expect(
      calendar.months.map { "\($0.month) \($0.state) \($0.days) \($0.daysReceived)" } == [
        "2026-09 closed 1 1", "2026-10 provisional 31 1", "2026-11 open 1 0",
      ])
  }

  @Test func `months are compared on the days that both have whole`() throws {
    let calendar = calendar([
      "a": [
        "2026-10-01", "2026-10-02", "2026-10-04", "2026-10-05", "2026-11-01", "2026-11-03",
        "2026-11-04",
      ]
    ])

    let comparison = try #require(LikeForLike(calendar))

    #expect(comparison.dayCount == 4)
    #expect(
      comparison.days.map { "\($0.day) \($0.period)" } == [
        "2026-11-01 this", "2026-11-04 this", "2026-10-01 last", "2026-10-04 last",
      ])
  }

  @Test func `a shorter last month limits the comparison`() throws {
    let calendar = calendar(["a": ["2026-02-01", "2026-03-31"]])

    #expect(try #require(LikeForLike(calendar)).dayCount == 28)
  }

  private func calendar(
    _ daysBySource: [String: [String]], until: [String: String] = [:], asOf: String? = nil
  ) -> DataCalendar {
    let moment = Timestamp(ticks: 0)
    let ledger = daysBySource.flatMap { source, days in
      days.map { text in
        LedgerDay(
          source: source, day: day(text),
          receipt: DayReceipt(rows: 1, tokens: 1, first: moment, last: moment), digest: "")
      }
    }
    let sources = daysBySource.keys.sorted().map {
      CacheRules.Source(name: $0, until: until[$0].map(day))
    }
    return DataCalendar(ledger: ledger, rules: rules(sources: sources, asOf: asOf))
  }

  private func statuses(_ calendar: DataCalendar) -> [String] {
    calendar.days.map { calendar.status(of: $0).rawValue }
  }
}
