import Testing
import UsageModel

@testable import AzureMonitor

@Suite struct PullDaysTests {
  @Test func `the first pull asks for four weeks up to yesterday`() {
    let pull = nightly(stored: [], open: [])

    #expect(pull.days == Array(day("2026-10-27")...day("2026-11-23")))
    #expect(pull.firstOpenDay == day("2026-11-21"))
  }

  @Test func `the next night asks for yesterday and what could still change`() {
    let stored = Set(day("2026-10-27")...day("2026-11-22"))

    #expect(
      nightly(stored: stored, open: Set(day("2026-11-20")...day("2026-11-22"))).days
        == Array(day("2026-11-20")...day("2026-11-23")))
  }

  @Test func `after a week of silence all days are asked for that could change then`() {
    let stored = Set(day("2026-10-27")...day("2026-11-15"))

    #expect(
      nightly(stored: stored, open: Set(day("2026-11-13")...day("2026-11-15"))).days
        == Array(day("2026-11-13")...day("2026-11-23")))
  }

  @Test func `a day that is not there is asked for again`() {
    let stored = Set(day("2026-10-27")...day("2026-11-22")).subtracting([day("2026-11-03")])

    #expect(
      nightly(stored: stored, open: []).days
        == [day("2026-11-03")] + Array(day("2026-11-21")...day("2026-11-23")))
  }

  @Test func `a source that begins and ends is asked for those days`() {
    let pull = PullDays(
      today: day("2026-11-24"), lookback: 3, from: day("2026-11-01"), until: day("2026-11-05"),
      stored: [], open: [], newestWithUsage: nil)

    #expect(pull.days == Array(day("2026-11-01")...day("2026-11-05")))
  }

  @Test func `a source that has ended long ago is left alone`() {
    let pull = PullDays(
      today: day("2026-11-24"), lookback: 3, from: day("2026-10-01"), until: day("2026-10-05"),
      stored: Set(day("2026-10-01")...day("2026-10-05")), open: [],
      newestWithUsage: day("2026-10-05"))

    #expect(pull.days == [])
  }

  @Test func `closed days are asked for together once it is known how many rows they have`() {
    var plan = WindowPlan(
      PullDays(
        Array(day("2026-10-01")...day("2026-11-23")), today: day("2026-11-24"), lookback: 3))
    var windows: [ClosedRange<CalendarDay>] = []
    while let window = plan.next() {
      windows.append(window)
      plan.learn(mostRowsADay: 10_000)
    }

    #expect(windows.map(\.count) == [1, 10, 10, 10, 10, 10, 1, 1, 1])
    #expect(windows.flatMap { Array($0) } == Array(day("2026-10-01")...day("2026-11-23")))
  }

  @Test func `days that are done leave a gap that no window spans`() {
    var plan = WindowPlan(
      PullDays(
        [day("2026-10-01"), day("2026-10-02"), day("2026-10-05"), day("2026-10-06")],
        today: day("2026-11-24"), lookback: 3))
    plan.learn(mostRowsADay: 1)

    #expect(plan.next() == day("2026-10-01")...day("2026-10-02"))
    #expect(plan.next() == day("2026-10-05")...day("2026-10-06"))
    #expect(plan.next() == nil)
  }

  @Test func `silence is asked for again, two months back`() {
    let stored = Set(day("2026-08-01")...day("2026-11-23"))

    #expect(
      nightly(stored: stored, open: [], silentSince: day("2026-11-10")).days
        == Array(day("2026-11-11")...day("2026-11-23")))
    #expect(
      nightly(stored: stored, open: [], silentSince: day("2026-08-10")).days
        == Array(day("2026-09-23")...day("2026-11-23")))
  }

  @Test func `a first pull that was interrupted goes on at its first day`() {
    let stored = Set(day("2026-10-29")...day("2026-11-23"))

    #expect(
      nightly(stored: stored, open: [], unfinishedFrom: day("2026-10-27")).days
        == [day("2026-10-27"), day("2026-10-28")] + Array(day("2026-11-21")...day("2026-11-23")))
  }

  @Test func `days that are too much at once come again in halves, and later ones are shorter`() {
    var plan = WindowPlan(
      PullDays(
        Array(day("2026-10-01")...day("2026-10-20")), today: day("2026-11-24"), lookback: 3))
    plan.learn(mostRowsADay: 10_000)
    let first = plan.next()!
    plan.putBack(halvesOf: first)
    var windows: [ClosedRange<CalendarDay>] = []
    while let window = plan.next() { windows.append(window) }

    #expect(windows.map(\.count) == [5, 5, 5, 5])
    #expect(windows.flatMap { Array($0) } == Array(day("2026-10-01")...day("2026-10-20")))
  }

  @Test func `large days are asked for with fewer at once`() {
    var plan = WindowPlan(PullDays([day("2026-10-01")], today: day("2026-11-24"), lookback: 3))
    #expect(plan.windowsAtOnce == 5)
    plan.learn(mostRowsADay: 100_000)
    #expect(plan.windowsAtOnce == 5)
    plan.learn(mostRowsADay: 250_000)
    #expect(plan.windowsAtOnce == 2)
    plan.learn(mostRowsADay: 900_000)
    #expect(plan.windowsAtOnce == 1)
  }

  private func nightly(
    stored: Set<CalendarDay>, open: Set<CalendarDay>, silentSince: CalendarDay? = nil,
    unfinishedFrom: CalendarDay? = nil
  ) -> PullDays {
    PullDays(
      today: day("2026-11-24"), lookback: 3, from: nil, until: nil, stored: stored,
      open: open, newestWithUsage: silentSince ?? stored.max(), unfinishedFrom: unfinishedFrom)
  }
}

func day(_ text: String) -> CalendarDay { CalendarDay(text)! }
