import Charts

/// Thirty days from Sunday 25 October 2026: four teams and the rest, one day without data, the last
/// two not settled.
func dailyCostByTeam() -> StackedColumnChart {
  let names = ["Customer Service", "Engineering", "Marketing", "Data Platform", "Other (3)"]
  let details = [
    "€20,234 · 40 %", "€14,390 · 28 %", "€6,439 · 13 %", "€5,771 · 11 %", "€3,928 · 8 %",
  ]
  let weights = [820.0, 660, 330, 260, 170]
  return StackedColumnChart(
    columns: (0..<30).map(day),
    series: names.indices.map { index in
      StackedColumnChart.Series(
        name: names[index], detail: details[index], colour: SeriesColour(rawValue: index),
        values: (0..<30).map { $0 == 4 ? nil : weights[index] * strength(ofDay: $0, series: index) }
      )
    },
    idPrefix: "daily", axisLabels: euros)
}

private func day(_ index: Int) -> StackedColumnChart.Column {
  let labels = [1: "26 Oct", 8: "2 Nov", 15: "9", 22: "16", 29: "23"]
  return StackedColumnChart.Column(
    label: labels[index], isMajorTick: index % 7 == 1, isWeekend: index % 7 == 0 || index % 7 == 6,
    state: index == 4 ? .missing : index >= 28 ? .mayChange : .settled)
}

/// Weekends are quiet; the rest wanders by fixed steps.
private func strength(ofDay day: Int, series: Int) -> Double {
  let isWeekend = day % 7 == 0 || day % 7 == 6
  return (isWeekend ? 0.32 : 0.95) + Double((day * 7 + series * 5) % 11) * 0.03
}

/// Thirteen months without entities, the last not over.
func monthlyCost() -> StackedColumnChart {
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

/// An axis text such as `2,000`, at the top `€3,000`.
@Sendable func euros(_ ticks: [Double]) -> [String] {
  ticks.indices.map { euros(ticks[$0], isTop: $0 == ticks.count - 1) }
}

private func euros(_ value: Double, isTop: Bool) -> String {
  let digits = String(Int(value.magnitude))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return (value < 0 ? "\u{2212}" : "") + (isTop ? "€" : "") + text
}

/// A chart of settled columns without labels, one series per array.
func plainChart(
  _ values: [[Double?]], states: [StackedColumnChart.Column.State]? = nil,
  names: [String] = ["Opal", "Jade", "Ruby", "Pearl", "Other (2)"]
) -> StackedColumnChart {
  let count = values.map(\.count).max() ?? 0
  return StackedColumnChart(
    columns: (0..<count).map { .init(state: states?[$0] ?? .settled) },
    series: values.enumerated().map { index, values in
      StackedColumnChart.Series(
        name: names[index], detail: "", colour: SeriesColour(rawValue: index), values: values)
    },
    idPrefix: "plain", axisLabels: euros)
}

extension StackedColumnChart {
  /// The drawing under ids that do not matter here.
  func picture(_ frame: ChartFrame) -> String {
    svg(frame, labelledBy: "title", describedBy: "summary", class: frame.name)
  }
}
