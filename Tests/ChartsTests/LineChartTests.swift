import Charts
import Testing

@Suite struct LineChartTests {
  @Test(arguments: [ChartFrame.wide, .narrow])
  func `four teams over thirty days, with a gap`(frame: ChartFrame) throws {
    try expectGolden(dailyCostByTeam().lines.picture(frame), "lines-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wideMonths, .narrowMonths])
  func `now in ink over before in grey-green`(frame: ChartFrame) throws {
    try expectGolden(thisYearAndLast().picture(frame), "lines-now-\(frame.name).svg")
  }

  @Test func `six lines that end together have their labels pushed apart`() throws {
    let lines = ["Opal", "Jade", "Ruby", "Pearl", "Topaz", "Onyx"].enumerated().map { index, name in
      LineChart.Line(
        name: name, detail: "€\(400 - index)",
        stroke: SeriesColour(rawValue: index).map { .entity($0) } ?? .neutral,
        values: [Double(50 * index), 200, Double(400 - index)])
    }
    let chart = LineChart(
      columns: [.init(), .init(), .init()], lines: lines, idPrefix: "six", axisLabels: euros)

    try expectGolden(chart.picture(.wide), "lines-together.svg")
  }

  @Test func `a number alone between two breaks is a dot`() throws {
    let chart = plainChart([[500, nil, 300, nil, 200, 400], [nil, 250, nil, nil, 100, nil]])

    try expectGolden(chart.lines.picture(.wide), "lines-lone.svg")
  }

  @Test func `corrections run below zero`() throws {
    let chart = plainChart([[300, 250, -120, 80], [-120, -90, -60, -10]])

    try expectGolden(chart.lines.picture(.wide), "lines-negative.svg")
  }

  @Test(arguments: DegenerateChart.all)
  func `degenerate data has a picture`(sample: DegenerateChart) throws {
    try expectGolden(sample.chart.lines.picture(.wide), "lines-\(sample.name).svg")
  }

  @Test func `the drawing says where its slots lie`() {
    let chart = dailyCostByTeam().lines

    #expect(chart.picture(.wide).contains(#" data-slots="x 46 514""#))
    #expect(chart.picture(.narrow).contains(#" data-slots="x 34 282""#))
    #expect(!plainChart([]).lines.picture(.wide).contains("data-slots"))
  }
}

private func thisYearAndLast() -> LineChart {
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  let last = [78.0, 70, 88, 92, 115, 126, 131, 144, 161, 118, 175, 183].map { $0 * 100 }
  return LineChart(
    columns: months.enumerated().map { index, name in
      .init(label: name, state: index == 10 ? .mayChange : .settled)
    },
    lines: [
      .init(
        name: "2026", detail: "€17,533 so far in November", stroke: .now,
        values: last.prefix(11).map { $0 * 1.2 - 900 } + [nil]),
      .init(name: "2025", detail: "€18,291 in December", stroke: .before, values: last),
    ],
    idPrefix: "years", axisLabels: euros)
}

extension StackedColumnChart {
  /// The same data as lines.
  fileprivate var lines: LineChart {
    LineChart(
      columns: columns,
      lines: series.map {
        .init(
          name: $0.name, detail: $0.detail, stroke: $0.colour.map { .entity($0) } ?? .neutral,
          values: $0.values)
      },
      idPrefix: idPrefix, axisLabels: axisLabels)
  }
}

extension LineChart {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
