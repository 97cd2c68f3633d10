import Charts
import Testing

@Suite struct BurnUpChartTests {
  @Test(arguments: [ChartFrame.wideRunningTotal, .narrowRunningTotal])
  func `twenty-two days of November against the budget`(frame: ChartFrame) throws {
    try expectGolden(november().picture(frame), "burn-up-\(frame.name).svg")
  }

  @Test(arguments: [ChartFrame.wideRunningTotal, .narrowRunningTotal])
  func `a day without data leaves the total level and dotted`(frame: ChartFrame) throws {
    var chart = Sample()
    for day in [4, 11, 12] { chart.actual[day] = nil }
    chart.states = [4: .missing, 11: .missing, 12: .missing, 20: .mayChange, 21: .mayChange]

    try expectGolden(chart.picture(frame), "burn-up-gaps-\(frame.name).svg")
  }

  @Test(arguments: Sample.degenerate)
  func `degenerate data has a picture`(sample: Sample) throws {
    try expectGolden(sample.picture(.wideRunningTotal), "burn-up-\(sample.name).svg")
  }

  @Test func `words too long for a phone make room for the lines`() throws {
    var chart = Sample()
    chart.budgetName = "Agreed ceiling for all"

    #expect(november().hasDirectLabels(in: .narrowRunningTotal))
    #expect(!chart.chart.hasDirectLabels(in: .narrowRunningTotal))
    #expect(chart.chart.hasDirectLabels(in: .wideRunningTotal))
    try expectGolden(chart.picture(.narrowRunningTotal), "burn-up-long-words-narrow.svg")
  }

  @Test func `lines without a name leave the whole width to the plot`() {
    let chart = BurnUpChart(
      columns: [.init()], actual: .init(amounts: [5], label: .init(name: "", amount: "€5")),
      idPrefix: "lone", axisLabels: euros)

    #expect(!chart.hasDirectLabels(in: .wideRunningTotal))
    #expect(chart.picture(.wideRunningTotal).contains(#" data-slots="x 46 672""#))
  }

  @Test func `the drawing says where its slots lie`() {
    #expect(november().picture(.wideRunningTotal).contains(#" data-slots="x 46 514""#))
    #expect(november().picture(.narrowRunningTotal).contains(#" data-slots="x 40.32 211.52""#))
  }
}

private func november() -> BurnUpChart { Sample().chart }

/// November 2026 after 22 days, and what tests change about it.
struct Sample: Sendable, CustomTestStringConvertible {
  var name = "november"
  var actual: [Double?] = amounts(0..<22, addingUpTo: 40_475)
  var before: [Double?]? = amounts(0..<31, addingUpTo: 50_456)
  var expected: [Double?]? = amounts(22..<30, addingUpTo: 56_500 - 40_475)
  var low: [Double?] = amounts(22..<30, addingUpTo: 54_600 - 40_475)
  var high: [Double?] = amounts(22..<30, addingUpTo: 58_300 - 40_475)
  var budget: Double? = 58_000
  var budgetName = "Budget"
  var states: [Int: StackedColumnChart.Column.State] = [:]
  var slotCount = 30

  var testDescription: String { name }

  init(_ name: String = "november", _ change: (inout Sample) -> Void = { _ in }) {
    self.name = name
    change(&self)
  }

  var chart: BurnUpChart {
    let names = [0: "1 Nov", 7: "8", 14: "15", 21: "22", 29: "30"]
    return BurnUpChart(
      columns: (0..<slotCount).map {
        .init(label: names[$0], isMajorTick: names[$0] != nil, state: states[$0] ?? .settled)
      },
      actual: .init(
        amounts: actual,
        label: .init(name: "November", amount: "€40,475", detail: "to 22 November")),
      before: before.map {
        .init(
          amounts: $0,
          label: .init(name: "October", amount: "€50,456", detail: "days 1 to 30 shown"))
      },
      forecast: expected.map {
        .init(
          expected: $0, low: low, high: high,
          label: .init(name: "Forecast", amount: "€56,500", detail: "likely €54,600–58,300"))
      },
      budget: budget.map {
        .init(
          amount: $0,
          label: .init(name: budgetName, amount: "€58,000", detail: "for all of November"))
      },
      idPrefix: "total", axisLabels: euros)
  }

  func picture(_ frame: ChartFrame) -> String { chart.picture(frame) }

  static let degenerate = [
    Sample("nothing-known") {
      $0.actual = []
      $0.before = nil
      $0.expected = nil
      $0.budget = nil
    },
    Sample("no-slots") { $0.slotCount = 0 },
    Sample("one-slot") {
      $0.slotCount = 1
      $0.budget = 2_500
    },
    Sample("first-day") {
      $0.actual = [1_212]
      $0.expected = nil
    },
    Sample("not-begun") {
      $0.actual = []
      $0.expected = amounts(0..<30, addingUpTo: 51_000)
      $0.low = amounts(0..<30, addingUpTo: 44_000)
      $0.high = amounts(0..<30, addingUpTo: 59_000)
    },
    Sample("month-over") {
      $0.actual = (0..<30).map { 1_900 * weight($0) }
      $0.expected = nil
    },
    Sample("no-budget") { $0.budget = nil },
    Sample("no-before") { $0.before = nil },
    Sample("over-budget") { $0.budget = 31_000 },
    Sample("budget-far-above") { $0.budget = 2_000_000 },
    Sample("budget-far-below") { $0.budget = 300 },
    Sample("corrections") {
      $0.actual[15] = -9_000
      $0.actual[16] = -4_000
    },
    Sample("below-zero") {
      $0.actual = (0..<22).map { -200 * weight($0) }
      $0.before = nil
      $0.budget = 1_000
      $0.expected = nil
    },
    Sample("all-zero") {
      $0.actual = (0..<22).map { _ in 0 }
      $0.before = nil
      $0.expected = (0..<30).map { _ in 0 }
      $0.low = []
      $0.high = []
      $0.budget = 0
    },
    Sample("all-missing") {
      $0.actual = (0..<30).map { _ in nil }
      $0.states = Dictionary(uniqueKeysWithValues: (0..<30).map { ($0, .missing) })
      $0.before = nil
      $0.expected = nil
      $0.budget = nil
    },
    Sample("not-finite") {
      $0.actual = [1_000, .nan, 2_000, .infinity, 1_500]
      $0.expected = (0..<30).map { $0 == 7 ? .nan : 1_500 }
      $0.low = (0..<30).map { $0 == 9 ? .infinity : 1_200 }
      $0.high = (0..<30).map { $0 == 29 ? nil : 1_800 }
      $0.budget = .infinity
    },
    Sample("many-slots") {
      $0.slotCount = 400
      $0.actual = (0..<300).map { 100 * weight($0) }
      $0.before = (0..<400).map { 90 * weight($0 + 2) }
      $0.low = (0..<400).map { 90 * weight($0) }
      $0.expected = (0..<400).map { 105 * weight($0) }
      $0.high = (0..<400).map { 120 * weight($0) }
    },
    Sample("long-names") {
      $0.budgetName = String(repeating: "Agreed ceiling including the reserve ", count: 6)
    },
    Sample("right-to-left") { $0.budgetName = "الميزانية" },
    Sample("hostile-names") { $0.budgetName = "<script>alert(1)</script> & \"co\"" },
  ]
}

/// One amount per slot from the first, nil before `slots`.
private func amounts(_ slots: Range<Int>, addingUpTo total: Double) -> [Double?] {
  let sum = slots.map(weight).reduce(0, +)
  return (0..<slots.upperBound).map { slots.contains($0) ? total / sum * weight($0) : nil }
}

/// Weekends are quiet: 1 November 2026 is a Sunday.
private func weight(_ day: Int) -> Double {
  let isWeekend = day % 7 == 0 || day % 7 == 6
  return (isWeekend ? 0.35 : 1.2) + Double((day * 7) % 5) * 0.06
}

extension BurnUpChart {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
