import Charts
import Testing

@Suite struct StackedAreaChartTests {
  @Test(arguments: StackedAreaChart.Edge.allCases, [ChartFrame.wide, .narrow])
  func `thirty days by team, with a gap and open days`(
    edge: StackedAreaChart.Edge, frame: ChartFrame
  ) throws {
    try expectGolden(
      dailyCostByTeam().area(edge).picture(frame), "area-\(edge)-\(frame.name).svg")
  }

  @Test(arguments: StackedAreaChart.Edge.allCases)
  func `thirteen months, the last not over`(edge: StackedAreaChart.Edge) throws {
    try expectGolden(monthlyCost().area(edge).picture(.wideMonths), "area-\(edge)-months.svg")
  }

  @Test(arguments: StackedAreaChart.Edge.allCases)
  func `a series that changes its sign narrows to nothing at zero`(
    edge: StackedAreaChart.Edge
  ) throws {
    let chart = plainChart([
      [300, 250, -120, 80, 200, 40], [120, -90, -60, 60, 100, 0], [40, 30, 20, -10, 30, -40],
    ])

    try expectGolden(chart.area(edge).picture(.wide), "area-\(edge)-negative.svg")
  }

  @Test func `nothing but corrections hangs from zero`() throws {
    try expectGolden(
      plainChart([[-300, -250, -120]]).area(.straight).picture(.wide), "area-only-negative.svg")
  }

  @Test(arguments: StackedAreaChart.Edge.allCases, DegenerateChart.all)
  func `degenerate data has a picture`(
    edge: StackedAreaChart.Edge, sample: DegenerateChart
  ) throws {
    try expectGolden(
      sample.chart.area(edge).picture(.wide), "area-\(edge)-\(sample.name).svg")
  }

  @Test func `the drawing says where its slots lie`() {
    let chart = dailyCostByTeam().area(.straight)

    #expect(chart.picture(.wide).contains(#" data-slots="x 46 514""#))
    #expect(chart.picture(.narrow).contains(#" data-slots="x 34 282""#))
    #expect(!plainChart([]).area(.stepped).picture(.wide).contains("data-slots"))
  }
}

extension StackedColumnChart {
  /// The same data as areas.
  func area(_ edge: StackedAreaChart.Edge) -> StackedAreaChart {
    StackedAreaChart(
      columns: columns, series: series, edge: edge, idPrefix: idPrefix, axisLabels: axisLabels)
  }
}

extension StackedAreaChart {
  func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
