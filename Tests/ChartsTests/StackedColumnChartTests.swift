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

  @Test(arguments: DegenerateChart.all)
  func `degenerate data has a picture`(sample: DegenerateChart) throws {
    try expectGolden(sample.chart.picture(.wide), "\(sample.name).svg")
  }

  @Test func `no text leaves the element it stands in`() throws {
    let svg = try #require(DegenerateChart.all.first { $0.name == "hostile-names" })
      .chart.picture(.wide)

    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;"))
  }

  @Test func `the drawing says where its slots lie`() {
    #expect(dailyCostByTeam().picture(.wide).contains(#" data-slots="x 46 514""#))
    #expect(plainChart([[1, 2]], names: [""]).picture(.wide).contains(#" data-slots="x 46 672""#))
    #expect(!plainChart([]).picture(.wide).contains("data-slots"))
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
