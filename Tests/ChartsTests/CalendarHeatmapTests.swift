import Charts
import Testing

@Suite struct CalendarHeatmapTests {
  @Test(arguments: [ChartFrame.wide, .narrow])
  func `six months with gaps, open days and days to come`(frame: ChartFrame) throws {
    try expectGolden(recentMonths().picture(frame), "calendar-\(frame.name).svg")
  }

  @Test func `without open days there is no hatch, and the key names only what occurs`() throws {
    let calendar = CalendarHeatmap(
      months: [month("Feb 2026", Array(repeating: .received, count: 28), "28 of 28")],
      key: key, idPrefix: "days")

    try expectGolden(calendar.picture(.wide), "calendar-complete.svg")
  }

  @Test func `a calendar without months says so`() throws {
    try expectGolden(
      CalendarHeatmap(months: [], key: key, idPrefix: "days").picture(.wide),
      "calendar-none.svg")
  }
}

private let key: [CalendarHeatmap.KeyEntry] = [
  .init(.received, "received"), .init(.open, "received, may still change"),
  .init(.partial, "incomplete"), .init(.missing, "no data"), .init(.none, "nothing expected"),
]

private func recentMonths() -> CalendarHeatmap {
  let received = [CalendarHeatmap.DayState](repeating: .received, count: 31)
  var february = Array(received.prefix(28))
  february[13] = .missing
  february[14] = .missing
  var march = received
  march[28] = .partial
  let june =
    received.prefix(20) + [.open, .open] + [CalendarHeatmap.DayState](repeating: .none, count: 8)
  let january = [CalendarHeatmap.DayState](repeating: .none, count: 11) + received.prefix(20)
  return CalendarHeatmap(
    months: [
      month("Jan 2026", january, "20 of 20"), month("Feb", february, "26 of 28", isShort: true),
      month("Mar", march, "30 of 31", isShort: true),
      month("Apr", Array(received.prefix(30)), "30 of 30"), month("May", received, "31 of 31"),
      month("Jun", Array(june), "22 of 22"),
    ],
    key: key, idPrefix: "days")
}

private func month(
  _ label: String, _ days: [CalendarHeatmap.DayState], _ count: String, isShort: Bool = false
) -> CalendarHeatmap.Month {
  CalendarHeatmap.Month(label: label, days: days, count: count, isShort: isShort)
}

extension CalendarHeatmap {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
