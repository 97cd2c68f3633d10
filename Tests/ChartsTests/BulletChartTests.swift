import Charts
import Testing

@Suite struct BulletChartTests {
  @Test(arguments: [ChartFrame.wide, .narrow])
  func `budgets used on day 22 of 30, one exceeded`(frame: ChartFrame) throws {
    try expectGolden(budgetsUsed().picture(frame), "bullets-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wide, .narrow])
  func `budgets exceeded by little, by half and beyond the drawing`(frame: ChartFrame) throws {
    try expectGolden(
      rows([(100, 100), (100.5, 100), (150, 100), (900, 100), (1, 0)]).picture(frame),
      "bullets-over-\(frame.name).svg")
  }

  @Test(arguments: degenerateCharts)
  func `degenerate data has a picture`(name: String, chart: BulletChart) throws {
    try expectGolden(chart.picture(.wide), "bullets-\(name).svg")
  }

  static let degenerateCharts: [(String, BulletChart)] = [
    ("none", rows([])),
    ("one", rows([(60, 100)])),
    ("all-zero", rows([(0, 100), (0, 0), (0, nil)])),
    ("all-missing", rows([(nil, 100), (nil, nil)])),
    ("negative", rows([(-20, 100), (-900, 100), (50, -10), (-5, 0), (80, 100)])),
    ("not-finite", rows([(.nan, 100), (.infinity, 100), (50, .nan), (50, .infinity), (50, 100)])),
    ("many", rows((0..<400).map { (Double($0 % 120), 100) })),
    ("long-names", longNames()),
    ("right-to-left", rightToLeft()),
  ]

  @Test func `the slots are the rows`() {
    #expect(rows([(1, 2), (1, 2)]).picture(.wide).contains(#"data-slots="y 0 62""#))
  }

  @Test func `hundreds of rows are bounded and counted, and are then no slots`() {
    let picture = rows(Array(repeating: (1, 2), count: 400)).picture(.narrow)

    #expect(picture.matches(of: /class="budget-frame"/).count == 40)
    #expect(picture.contains(">360 more<"))
    #expect(!picture.contains("data-slots"))
  }
}

private func budgetsUsed() -> BulletChart {
  BulletChart(
    rows: [
      .init(name: "Customer Service", text: "72 %", used: 16_533, budget: 23_000),
      .init(name: "Engineering", text: "69 %", used: 11_454, budget: 16_600),
      .init(name: "Marketing", text: "115 %", used: 5_089, budget: 4_425),
      .init(
        name: "Research and Development for Conversational Assistants", text: "30 %", used: 1_530,
        budget: 5_100),
      .init(name: "Legal", text: "0 %", used: 0, budget: 500),
      .init(name: "gpt-5-preview", text: "", used: nil, budget: 500),
      .init(name: "Not assigned to a team", text: "€425", used: 425, budget: nil),
    ],
    pace: 22 / 30.0)
}

private func rows(_ uses: [(used: Double?, budget: Double?)]) -> BulletChart {
  BulletChart(
    rows: uses.enumerated().map { index, use in
      .init(
        name: "Team \(index + 1)", text: use.used.map { "\($0)" } ?? "", used: use.used,
        budget: use.budget)
    },
    pace: 0.5)
}

private func longNames() -> BulletChart {
  let words = String(repeating: "Research and Development for Conversational Assistants ", count: 4)
  return BulletChart(
    rows: [
      .init(name: String(words.prefix(200)), text: "72 %", used: 72, budget: 100),
      .init(
        name: String(repeating: "x", count: 200), text: "€16,533 of €23,000", used: 72, budget: 100),
      .init(name: "<b>&\"bold\"</b>", text: String(words.prefix(200)), used: 72, budget: 100),
      .init(name: "", text: "72 %", used: 72, budget: 100),
    ],
    pace: nil)
}

private func rightToLeft() -> BulletChart {
  BulletChart(
    rows: [
      .init(name: "خدمة العملاء", text: "72 %", used: 72, budget: 100),
      .init(name: "שירות לקוחות (3)", text: "120 %", used: 120, budget: 100),
    ],
    pace: 0.5)
}

extension BulletChart {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
