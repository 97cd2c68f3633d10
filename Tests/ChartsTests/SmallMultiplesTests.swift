import Charts
import Testing

@Suite struct SmallMultiplesTests {
  @Test(arguments: [ChartFrame.wideMonths, .narrowMonths])
  func `seven teams on one scale`(frame: ChartFrame) throws {
    try expectGolden(costByTeam().picture(frame), "multiples-\(frame.name).svg")
  }

  @Test(arguments: degenerateCharts)
  func `degenerate data has a picture`(name: String, chart: SmallMultiples) throws {
    try expectGolden(chart.picture(.wideMonths), "multiples-\(name).svg")
  }

  static let degenerateCharts: [(String, SmallMultiples)] = [
    ("none", panels([])),
    ("one", panels([[5, 4, 6, 8, 9]])),
    ("one-number", panels([[5]])),
    ("all-zero", panels([[0, 0, 0], [0, 0, 0]])),
    ("all-missing", panels([[nil, nil], [nil, nil]])),
    ("gaps", panels([[5, nil, nil, 6, 0, 7], [3, 4], [nil, nil, nil, nil, nil, 2]])),
    ("negative", panels([[5, -4, 6, -2], [-3, -1, 0, 2]])),
    ("not-finite", panels([[.nan, 5, .infinity], [3, -.infinity, 4]])),
    ("ninety-days", panels([(0..<90).map { Double($0 % 7) }, (0..<90).map { Double($0 % 5) }])),
    ("many", panels((0..<400).map { index in (0..<13).map { Double((index + $0) % 9) } })),
    ("long-names", longNames()),
    ("right-to-left", rightToLeft()),
  ]

  @Test func `hundreds of panels are bounded and counted`() {
    let picture = panels(Array(repeating: [1, 2], count: 400)).picture(.narrowMonths)

    #expect(picture.matches(of: /class="baseline"/).count == 12)
    #expect(picture.contains(">388 more<"))
  }
}

private func costByTeam() -> SmallMultiples {
  let teams: [(String, String, Double)] = [
    ("Customer Service", "€16,533", 1_300), ("Engineering", "€11,454", 900),
    ("Marketing", "€5,089", 400), ("Data Platform", "€4,301", 380),
    ("Research and Development for Conversational Assistants", "€1,530", 120),
    ("Finance", "€1,143", 90), ("Not assigned to a team", "€425", 30),
  ]
  return SmallMultiples(
    panels: teams.enumerated().map { index, team in
      .init(
        name: team.0, detail: team.1, colour: SeriesColour(rawValue: min(index, 4)),
        values: (0..<13).map { month in
          index == 3 && month < 3 ? nil : team.2 * Double(5 + (month * (index + 2)) % 9)
        })
    },
    firstLabel: "Nov 2025", lastLabel: "Nov 2026", marksLast: true)
}

private func panels(_ values: [[Double?]]) -> SmallMultiples {
  SmallMultiples(
    panels: values.enumerated().map { index, values in
      .init(name: "Team \(index + 1)", detail: "\(values.count) months", values: values)
    },
    firstLabel: "first", lastLabel: "last", marksLast: true)
}

private func longNames() -> SmallMultiples {
  let words = String(repeating: "Research and Development for Conversational Assistants ", count: 4)
  return SmallMultiples(
    panels: [
      .init(name: String(words.prefix(200)), detail: "€5", colour: .first, values: [1, 2, 3]),
      .init(name: String(repeating: "x", count: 200), detail: "€3", values: [2, 2, 3]),
      .init(name: "<b>&\"bold\"</b>", detail: "€2", colour: .second, values: [1, 1, 2]),
      .init(name: "", detail: "", colour: .third, values: [1, 1, 1]),
    ],
    firstLabel: String(words.prefix(60)), lastLabel: "November 2026", marksLast: false)
}

private func rightToLeft() -> SmallMultiples {
  SmallMultiples(
    panels: [
      .init(name: "خدمة العملاء", detail: "€5", colour: .first, values: [1, 2, 3]),
      .init(name: "שירות לקוחות (3)", detail: "€3", colour: .second, values: [2, 2, 3]),
      .init(name: "顧客サービス部門のチーム", detail: "€3", colour: .third, values: [2, 2, 3]),
    ],
    firstLabel: "أكتوبر", lastLabel: "نوفمبر", marksLast: true)
}

extension SmallMultiples {
  fileprivate func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
