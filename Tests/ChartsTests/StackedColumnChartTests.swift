import Charts
import Testing

@Suite struct StackedColumnChartTests {
  @Test(arguments: [ChartFrame.wide, .narrow])
  func `thirty days by team, with a gap, weekends and open days`(frame: ChartFrame) throws {
    try expectGolden(dailyCostByTeam().picture(frame), "daily-by-team-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wideMonths, .narrowMonths])
  func `thirteen months, the last not over`(frame: ChartFrame) throws {
    try expectGolden(monthlyCost().picture(frame), "months-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wide, .narrow])
  func `corrections are stacked downwards from zero`(frame: ChartFrame) throws {
    let chart = plainChart([
      [300, 250, -120, 80, 200, 40], [120, -90, -60, 60, 100, 0], [40, 30, 20, -10, 30, -40],
    ])

    try expectGolden(chart.picture(frame), "negative-\(frame.name).svg")
  }

  @Test func `nothing but corrections hangs from zero`() throws {
    try expectGolden(
      plainChart([[-300, -250, -120]]).picture(.wide), "only-negative.svg")
  }

  @Test(arguments: degenerateCharts)
  func `degenerate data has a picture`(name: String, chart: StackedColumnChart) throws {
    try expectGolden(chart.picture(.wide), "\(name).svg")
  }

  static let degenerateCharts: [(String, StackedColumnChart)] = [
    ("no-columns", plainChart([])),
    ("one-column", plainChart([[1_200], [700], [300]])),
    ("one-series", plainChart([[400, 900, 650, 1_200, 300]])),
    ("all-zero", plainChart([[0, 0, 0], [0, 0, 0]])),
    ("all-missing", plainChart([[nil, nil, nil]], states: [.missing, .missing, .missing])),
    ("zero-beside-nothing", plainChart([[500, 0, nil, 500], [200, 0, nil, 100]])),
    ("huge", plainChart([[4e14, 9e14, 1e15], [1, 2, 3]])),
    ("tiny", plainChart([[1, 1_000_000, 2], [0.001, 500_000, 0.1]])),
    ("not-finite", plainChart([[.nan, .infinity, 100, 50]])),
    ("scattered-states", scatteredStates()),
    ("many-columns", manyColumns()),
    ("long-names", longNames()),
    ("hostile-names", hostileNames()),
    ("right-to-left", rightToLeft()),
  ]

  @Test func `no text leaves the element it stands in`() {
    let svg = hostileNames().picture(.wide)

    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;"))
  }

  @Test func `ids differ between the two drawings of a chart`() {
    let chart = dailyCostByTeam()

    #expect(chart.picture(.wide).contains(#"id="daily-wide-gap""#))
    #expect(chart.picture(.narrow).contains(#"id="daily-narrow-gap""#))
  }

  @Test func `the texts of an axis can be made together`() {
    let chart = StackedColumnChart(
      columns: [.init(), .init()],
      series: [.init(name: "", detail: "", colour: nil, values: [20, 55])], idPrefix: "axis",
      axisLabels: { ticks in ticks.map { "\(Int($0)) of \(Int(ticks.last!))" } })

    let labels = chart.picture(.wide).matches(of: /axis-label[^>]*>([^<]*)</).map { $0.output.1 }

    #expect(labels == ["0 of 60", "20 of 60", "40 of 60", "60 of 60"])
  }

  @Test func `the same chart gives the same bytes`() {
    #expect(dailyCostByTeam().picture(.wide) == dailyCostByTeam().picture(.wide))
  }
}

private func monthlyCost() -> StackedColumnChart {
  let labels = [
    "Nov\n2025", "Dec", "Jan\n2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
    "Nov",
  ]
  let costs = [
    7_784.0, 6_950, 8_800, 9_210, 11_480, 12_600, 13_100, 14_420, 16_080, 11_830, 17_500, 18_291,
    16_533,
  ]
  return StackedColumnChart(
    columns: labels.indices.map {
      .init(label: labels[$0], state: $0 == labels.count - 1 ? .mayChange : .settled)
    },
    series: [.init(name: "€16,533", detail: "so far, 1 to 22 Nov", colour: nil, values: costs)],
    idPrefix: "months", axisLabels: euros)
}

private func scatteredStates() -> StackedColumnChart {
  let states: [StackedColumnChart.Column.State] = [
    .missing, .settled, .missing, .partial, .settled, .missing, .missing, .settled, .mayChange,
    .mayChange,
  ]
  return plainChart([Array(repeating: 1_980, count: 10)], states: states)
}

private func manyColumns() -> StackedColumnChart {
  let values = (0..<400).map { day in Double(500 + (day * 37) % 211) }
  return plainChart([values, values.map { $0 / 2 }])
}

private func longNames() -> StackedColumnChart {
  let words = String(repeating: "Research and Development for Conversational Assistants ", count: 4)
  return plainChart(
    [[100, 200], [100, 200], [100, 150], [100, 120], [40, 50]],
    names: [
      String(words.prefix(200)), String(repeating: "x", count: 200), "text-embedding-3-large",
      "Customer Service EMEA", "Other (12)",
    ])
}

private func hostileNames() -> StackedColumnChart {
  plainChart(
    [[100, 200], [100, 200], [100, 150], [100, 120]],
    names: [
      "<script>alert(1)</script>", #"R&D "quoted" 'n'"#, "bell\u{7} and null\u{0}",
      "over\u{202E}ride",
    ])
}

private func rightToLeft() -> StackedColumnChart {
  plainChart(
    [[100, 200], [100, 200], [100, 150]],
    names: ["خدمة العملاء", "שירות לקוחות (3)", "顧客サービス部門のチーム"])
}
