/// The names beside the ends of the lines of a burn-up chart. The lines lead to them, so there is no
/// bar in between.
struct BurnUpLabels {
  /// Under this the lines have too little room, and the names none.
  private static let smallestPlotRight = 180.0

  let isShown: Bool
  let plotRight: Double
  private let chart: BurnUpChart
  private let frame: ChartFrame
  private let isShort: Bool

  init(_ chart: BurnUpChart, _ totals: BurnUpTotals, _ frame: ChartFrame) {
    self.chart = chart
    self.frame = frame
    isShort = frame.width < ChartFrame.wide.width
    let labels = Self.labels(of: chart, totals)
    guard frame.hasDirectLabels, !labels.isEmpty else {
      (isShown, plotRight) = (false, frame.width)
      return
    }
    guard isShort else {
      (isShown, plotRight) = (true, frame.plotRight)
      return
    }
    let widest = labels.map { label, _ in
      max(TextStyle.name.width(of: label.name), TextStyle.plain.width(of: label.amount))
    }
    let right = min(frame.plotRight, frame.width - Self.narrowSpace - (widest.max() ?? 0))
    isShown = right >= Self.smallestPlotRight
    plotRight = isShown ? right : frame.width
  }

  private static let wideSpace = 12.0
  private static let narrowSpace = 6.0

  func marks(_ totals: BurnUpTotals, y: LinearScale) -> [SVGElement] {
    guard isShown else { return [] }
    let space = isShort ? Self.narrowSpace : Self.wideSpace
    let labels = Self.labels(of: chart, totals).map { label, total in
      let (name, detail) = texts(of: label, width: frame.width - plotRight - space)
      return DirectLabels.Label(
        name: name, detail: detail, stroke: .neutral, wantedCentre: y(total))
    }
    // Equal wishes keep the order budget, forecast, before.
    let fromTop = labels.enumerated().sorted {
      ($0.element.wantedCentre, $0.offset) < ($1.element.wantedCentre, $1.offset)
    }
    return DirectLabels(
      fromTop.map(\.element), lead: .space(space), plotRight: plotRight, width: frame.width,
      plotBottom: frame.plotBottom, height: frame.height
    ).marks
  }

  /// The amount stands behind the name; a long name loses its end rather than the amount.
  private func texts(of label: BurnUpChart.Label, width: Double) -> (name: String, detail: String) {
    if isShort { return (label.name, label.amount) }
    let headline = "\(label.name) \(label.amount)"
    if TextStyle.name.width(of: headline) <= width && !isRightToLeft(label.name) {
      return (headline, label.detail)
    }
    return (label.name, "\(label.amount) \(label.detail)")
  }

  /// What there is to name, with the totals at the ends of the lines.
  private static func labels(of chart: BurnUpChart, _ totals: BurnUpTotals) -> [(
    label: BurnUpChart.Label, total: Double
  )] {
    let ends: [(BurnUpChart.Label?, Double?)] = [
      (chart.budget?.label, totals.budget),
      (chart.forecast?.label, totals.forecastEnd),
      (chart.before?.label, totals.before.totals.last),
    ]
    return ends.compactMap { label, total in
      guard let label, let total else { return nil }
      return (label, total)
    }
  }
}

/// Whether a number behind the name would change places with it.
private func isRightToLeft(_ name: String) -> Bool {
  name.unicodeScalars.contains { scalar in
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
