import Charts
import Testing

@Suite struct BarChartTests {
  @Test(arguments: [ChartFrame.wide, .narrow])
  func `features, with a long name, a zero and one that is not known`(frame: ChartFrame) throws {
    let chart = BarChart(bars: [
      .init(name: "Reply drafts", label: "€10,597", value: 10_597, colour: .first),
      .init(name: "Code completion", label: "€6,318", value: 6_318, colour: .second),
      .init(
        name: "Summaries of telephone calls with customers and suppliers", label: "€3,346",
        value: 3_346),
      .init(name: "Nightly enrichment", label: "€4", value: 4),
      .init(name: "Trial and test", label: "€0", value: 0),
      .init(name: "gpt-5-preview", label: "", value: nil),
    ])

    try expectGolden(chart.picture(frame), "bars-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wide, .narrow])
  func `corrections grow to the left of zero`(frame: ChartFrame) throws {
    let chart = BarChart(bars: [
      .init(name: "Reply drafts", label: "€1,200", value: 1_200),
      .init(name: "Refund", label: "−€800", value: -800),
      .init(name: "Rounding", label: "−€1", value: -1),
    ])

    try expectGolden(chart.picture(frame), "bars-negative-\(frame.name).svg")
  }

  @Test func `a chart without bars says so`() throws {
    try expectGolden(BarChart(bars: []).picture(.wide), "bars-none.svg")
  }

  @Test func `the drawing says where its rows lie`() {
    let bars = ["Opal", "A name so long that it takes a second line"].map {
      BarChart.Bar(name: $0, label: "€1", value: 1)
    }

    #expect(BarChart(bars: bars).picture(.wide).contains(#" data-slots="y 0 92""#))
    #expect(!BarChart(bars: []).picture(.wide).contains("data-slots"))
  }

  @Test func `huge values, hostile names and numbers too long for the room`() throws {
    let chart = BarChart(bars: [
      .init(name: "<b>&\"bold\"</b>", label: "1,000,000,000,000,000", value: 1e15),
      .init(name: String(repeating: "long ", count: 40), label: "1", value: 1),
      .init(name: "", label: "not a number", value: .nan),
      .init(name: "خدمة العملاء", label: "5", value: 5e14, colour: .other),
    ])

    try expectGolden(chart.picture(.wide), "bars-extreme.svg")
  }
}

extension BarChart {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
