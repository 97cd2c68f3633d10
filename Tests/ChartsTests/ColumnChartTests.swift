import Charts
import Testing

@Suite struct ColumnChartTests {
  @Test(arguments: [ChartFrame.wideMonths, .narrowMonths])
  func `thirteen months against the budget, the newest with a forecast`(frame: ChartFrame) throws {
    try expectGolden(costPerMonth().picture(frame), "columns-months-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wide, .narrow])
  func `days in all their states`(frame: ChartFrame) throws {
    try expectGolden(costPerDay().picture(frame), "columns-days-\(frame.name).svg")
  }

  @Test(arguments: degenerateCharts)
  func `degenerate data has a picture`(name: String, chart: ColumnChart) throws {
    try expectGolden(chart.picture(.wideMonths), "columns-\(name).svg")
  }

  static let degenerateCharts: [(String, ColumnChart)] = [
    ("none", plainColumns([])),
    ("one", plainColumns([1_200], budgets: [1_500])),
    ("all-zero", plainColumns([0, 0, 0], budgets: [0, nil, 0])),
    ("all-missing", plainColumns([nil, nil, nil], budgets: [100, 100, nil], state: .missing)),
    (
      "negative",
      plainColumns([300, -120, 0, -60, 90, -40], budgets: [200, 200, nil, 50, 50, nil])
    ),
    ("only-negative", plainColumns([-300, -250, -120], budgets: [nil, -100, nil])),
    ("not-finite", plainColumns([.nan, .infinity, 100, 50], budgets: [.infinity, 80, .nan, 70])),
    ("huge", plainColumns([4e14, 9e14, 1e15], budgets: [5e14, nil, 1])),
    ("forecast-only", plainColumns([500, 700, nil], forecast: 900)),
    ("forecast-turns", plainColumns([500, 700, -200], forecast: 600)),
    ("forecast-below", plainColumns([500, 700, 800], forecast: 600)),
    (
      "many",
      plainColumns(
        (0..<400).map { Double(500 + ($0 * 37) % 211) },
        budgets: (0..<400).map { $0 < 200 ? nil : 600 })
    ),
    ("long-names", longNames()),
    ("right-to-left", rightToLeft()),
  ]

  @Test func `a chart without levels to name uses the whole width`() {
    #expect(plainColumns([1, 2]).picture(.wideMonths).contains(#"data-slots="x 46 672""#))
    #expect(costPerMonth().picture(.wideMonths).contains(#"data-slots="x 46 514""#))
  }

  @Test func `the newest keeps its name where names are dropped`() {
    let labels = (1...12).map { "Month \($0)" }
    let chart = ColumnChart(
      slots: labels.map { .init(column: .init(label: $0), value: 1) }, idPrefix: "names",
      axisLabels: euros)

    #expect(chart.picture(.narrowMonths).contains(">Month 12<"))
    #expect(!chart.picture(.narrowMonths).contains(">Month 11<"))
  }

  @Test func `without a newest that is not over nothing is in ink`() {
    let chart = ColumnChart(
      slots: [.init(column: .init(label: "Oct"), value: 5)], marksNewest: false,
      idPrefix: "closed", axisLabels: euros)

    #expect(!chart.picture(.wideMonths).contains("now-"))
  }
}

private func costPerMonth() -> ColumnChart {
  let labels = [
    "Nov\n2025", "Dec", "Jan\n2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
    "Nov",
  ]
  let costs = [
    7_784.0, 6_950, 8_800, 9_210, 11_480, 12_600, 13_100, 14_420, 16_080, 11_830, 17_500, 18_291,
    16_533,
  ]
  let budgets: [Int: Double] = [8: 21_000, 9: 21_000, 10: 17_000, 11: 22_000, 12: 23_000]
  return ColumnChart(
    slots: labels.indices.map {
      .init(column: .init(label: labels[$0]), value: costs[$0], budget: budgets[$0])
    },
    forecast: 23_400,
    newestLabel: .init(name: "€16,533", detail: "so far, 1 to 22 Nov"),
    budgetLabel: .init(name: "Budget €23,000", detail: "outlined, since July"),
    forecastLabel: .init(name: "Forecast €23,400", detail: "hatched"),
    idPrefix: "column-months", axisLabels: euros)
}

private func costPerDay() -> ColumnChart {
  let labels = [1: "26 Oct", 8: "2 Nov", 15: "9", 22: "16", 29: "23"]
  let states: [Int: StackedColumnChart.Column.State] = [
    4: .missing, 5: .missing, 17: .partial, 28: .mayChange, 29: .mayChange,
  ]
  return ColumnChart(
    slots: (0..<30).map { day in
      let isWeekend = day % 7 == 0 || day % 7 == 6
      return .init(
        column: .init(
          label: labels[day], isMajorTick: day % 7 == 1, isWeekend: isWeekend,
          state: states[day] ?? .settled),
        value: (isWeekend ? 620 : 1_900) + Double((day * 7) % 11) * 60, budget: 2_100)
    },
    newestLabel: .init(name: "€1,960", detail: "23 November"),
    budgetLabel: .init(name: "Budget €2,100", detail: "per day"),
    idPrefix: "column-days", axisLabels: euros)
}

private func plainColumns(
  _ values: [Double?], budgets: [Double?] = [], forecast: Double? = nil,
  state: StackedColumnChart.Column.State = .settled
) -> ColumnChart {
  ColumnChart(
    slots: values.indices.map { index in
      .init(
        column: .init(state: state), value: values[index],
        budget: budgets.indices.contains(index) ? budgets[index] : nil)
    },
    forecast: forecast, idPrefix: "columns", axisLabels: euros)
}

private func longNames() -> ColumnChart {
  let words = String(repeating: "Research and Development for Conversational Assistants ", count: 4)
  return ColumnChart(
    slots: [
      .init(column: .init(label: String(words.prefix(200))), value: 900, budget: 1_000),
      .init(column: .init(label: "2"), value: 700, budget: 1_000),
    ],
    forecast: 950,
    newestLabel: .init(name: String(words.prefix(200)), detail: String(words.prefix(200))),
    budgetLabel: .init(name: String(repeating: "x", count: 200), detail: "<script>&\"'"),
    forecastLabel: .init(name: "Forecast"), idPrefix: "columns-long", axisLabels: euros)
}

private func rightToLeft() -> ColumnChart {
  ColumnChart(
    slots: [
      .init(column: .init(label: "أكتوبر"), value: 900, budget: 1_000),
      .init(column: .init(label: "نوفمبر"), value: 700, budget: 1_000),
    ],
    newestLabel: .init(name: "חודש זה", detail: "עד כה (22)"),
    budgetLabel: .init(name: "الميزانية"), idPrefix: "columns-rtl", axisLabels: euros)
}

extension ColumnChart {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
