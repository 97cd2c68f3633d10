import Charts
import Testing

@Suite struct WaterfallChartTests {
  @Test(arguments: [ChartFrame.wideSteps, .narrowSteps])
  func `from one month to the next in three steps`(frame: ChartFrame) throws {
    try expectGolden(octoberToNovember().picture(frame), "waterfall-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wideSteps, .narrowSteps])
  func `many steps run downwards`(frame: ChartFrame) throws {
    try expectGolden(twelveSteps().picture(frame), "waterfall-twelve-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wideSteps, .narrowSteps])
  func `totals on both sides of zero`(frame: ChartFrame) throws {
    let chart = WaterfallChart(
      start: .init(label: "October", text: "−€400", value: -400),
      steps: [
        .init(label: "Requests", text: "+900", value: 900),
        .init(label: "Credits", text: "−700", value: -700),
        .init(label: "Prices", text: "+50", value: 50),
      ],
      end: .init(label: "November", text: "−€150", value: -150))

    try expectGolden(chart.picture(frame), "waterfall-crossing-\(frame.name).svg")
  }

  @Test(arguments: degenerateCharts)
  func `degenerate data has a picture`(name: String, chart: WaterfallChart) throws {
    try expectGolden(chart.picture(.wideSteps), "waterfall-\(name).svg")
  }

  static let degenerateCharts: [(String, WaterfallChart)] = [
    ("no-step", steps(from: 700, [], to: 700)),
    ("one-step", steps(from: 700, [200], to: 900)),
    ("equal-ends", steps(from: 700, [150, 0, -150], to: 700)),
    ("all-zero", steps(from: 0, [0, 0], to: 0)),
    ("only-negative", steps(from: -500, [-200, 100], to: -600)),
    ("all-missing", steps(from: nil, [nil, nil], to: nil)),
    ("not-finite", steps(from: 500, [.nan, 200, .infinity], to: 700)),
    ("huge", steps(from: 1e308, [1e308, -1e308], to: 1e308)),
    ("many", steps(from: 1_000, (0..<400).map { Double($0 % 7 - 2) }, to: 1_398)),
    ("long-names", longNames()),
    ("right-to-left", rightToLeft()),
  ]

  @Test func `the slots are the steps between their ends, from left to right or downwards`() {
    #expect(octoberToNovember().picture(.wideSteps).contains(#"data-slots="x 0 672""#))
    #expect(twelveSteps().picture(.narrowSteps).contains(#"data-slots="y 0 826""#))
  }

  @Test func `steps drawn as one are no slots`() {
    #expect(
      !steps(from: 0, Array(repeating: 1, count: 41), to: 41).picture(.wideSteps)
        .contains("data-slots"))
  }

  @Test func `an amount too long for the drawing is left out whole`() {
    let amount = String(repeating: "1,000,", count: 9) + "000"
    let chart = WaterfallChart(
      start: .init(label: "Before", text: amount, value: 1), steps: [],
      end: .init(label: "After", text: "1", value: 1))

    #expect(!chart.picture(.narrowSteps).contains("1,000,"))
  }
}

private func octoberToNovember() -> WaterfallChart {
  WaterfallChart(
    start: .init(label: "1–22 October", text: "€13,592", value: 13_592),
    steps: [
      .init(label: "More requests", text: "+2,310", value: 2_310),
      .init(label: "Longer requests", text: "+742", value: 742),
      .init(label: "Cheaper models", text: "−111", value: -111),
    ],
    end: .init(label: "1–22 November", text: "€16,533", value: 16_533))
}

private func twelveSteps() -> WaterfallChart {
  let names = [
    "Customer Service", "Engineering", "Marketing", "Data Platform", "Legal", "Finance",
    "Research and Development for Conversational Assistants", "Sales", "Human Resources",
    "Procurement", "Facilities", "Not assigned to a team",
  ]
  let changes = [2_941.0, 1_178, -85, -1_058, 9, -7, 640, -320, 75, -44, 3, 10]
  return WaterfallChart(
    start: .init(label: "1–22 October", text: "€37,487", value: 37_487),
    steps: zip(names, changes).map { name, change in
      let digits = String(Int(change.magnitude))
      return .init(label: name, text: (change < 0 ? "−" : "+") + digits, value: change)
    },
    end: .init(label: "1–22 November", text: "€40,829", value: 40_829))
}

private func steps(from start: Double?, _ changes: [Double?], to end: Double?) -> WaterfallChart {
  func entry(_ label: String, _ value: Double?) -> WaterfallChart.Entry {
    .init(label: label, text: value.map { "\($0)" } ?? "", value: value)
  }
  return WaterfallChart(
    start: entry("Before", start),
    steps: changes.enumerated().map { entry("Step \($0.offset + 1)", $0.element) },
    end: entry("After", end))
}

private func longNames() -> WaterfallChart {
  let words = String(repeating: "Research and Development for Conversational Assistants ", count: 4)
  return WaterfallChart(
    start: .init(label: String(words.prefix(200)), text: "€500", value: 500),
    steps: [
      .init(label: String(repeating: "x", count: 200), text: "+100", value: 100),
      .init(label: "<b>&\"bold\"</b>", text: "−50", value: -50),
      .init(label: "", text: "", value: 20),
    ],
    end: .init(label: "After", text: "€570", value: 570))
}

private func rightToLeft() -> WaterfallChart {
  WaterfallChart(
    start: .init(label: "أكتوبر", text: "€500", value: 500),
    steps: [.init(label: "المزيد من الطلبات", text: "+100", value: 100)],
    end: .init(label: "נובמבר (22)", text: "€600", value: 600))
}

extension WaterfallChart {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
