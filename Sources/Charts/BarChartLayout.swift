/// A bar chart laid out in one of its drawings: names left of the bars, on a phone above them.
struct BarChartLayout {
  private static let barHeight = 12.0
  private static let lineHeight = 15.0
  private static let nameWidth = 200.0

  private struct Row {
    let bar: BarChart.Bar
    let nameLines: [String]
    let top: Double
    let height: Double
  }

  let height: Double
  private let chart: BarChart
  private let hasNamesAbove: Bool
  private let rows: [Row]
  private let x: LinearScale
  private let bounds: ClosedRange<Double>

  init(_ chart: BarChart, _ frame: ChartFrame) {
    self.chart = chart
    hasNamesAbove = !frame.hasDirectLabels
    let nameWidth = hasNamesAbove ? frame.width : Self.nameWidth
    let names = chart.bars.map {
      textLines($0.name, width: nameWidth, style: .name, maximumLines: 2)
    }
    // Equal rows, so that a pointer's place tells the bar: as high as the longest name needs.
    let nameHeight = Double(max(names.map(\.count).max() ?? 1, 1)) * Self.lineHeight
    let rowHeight = hasNamesAbove ? nameHeight + 28 : nameHeight + 16
    rows = chart.bars.indices.map { index in
      Row(
        bar: chart.bars[index], nameLines: names[index], top: Double(index) * rowHeight,
        height: rowHeight)
    }
    height = max(Double(rows.count) * rowHeight, 31)

    let known = chart.bars.compactMap(\.value).filter(\.isFinite)
    let labelWidth = chart.bars.map { TextStyle.plain.width(of: $0.label) }.max() ?? 0
    let left = hasNamesAbove ? 0 : Self.nameWidth + 12
    // However long the numbers are, a third of the room is left for the bars.
    let right = max(frame.width - labelWidth - 8, left + (frame.width - left) / 3)
    bounds = left...right
    x = barScale(
      from: known.min() ?? 0, to: known.max() ?? 0, startPixel: left, endPixel: right)
  }

  /// Nil for a chart without bars.
  var readingSlots: ReadingSlots? {
    rows.isEmpty ? nil : ReadingSlots(direction: .y, startPixel: 0, endPixel: height)
  }

  var elements: [SVGElement] {
    guard !rows.isEmpty else {
      return [textMark(chart.emptyNote, class: "note-label", x: 0, y: 20)]
    }
    return rows.flatMap(elements(of:)) + (x.lowest < 0 ? rows.map(zeroLine) : [])
  }

  private func elements(of row: Row) -> [SVGElement] {
    let centre = barCentre(of: row)
    let namesHeight = Double(row.nameLines.count) * Self.lineHeight
    let nameTop = hasNamesAbove ? centre - 10 - namesHeight : centre - namesHeight / 2
    let names = row.nameLines.enumerated().map { index, line in
      textMark(line, class: "label-name", x: 0, y: nameTop + 12 + Double(index) * Self.lineHeight)
    }
    return names + mark(of: row.bar, centre: centre)
  }

  private func mark(of bar: BarChart.Bar, centre: Double) -> [SVGElement] {
    guard let value = bar.value, value.isFinite else {
      return [textMark(chart.unknownNote, class: "note-label", x: x(0), y: centre + 4)]
    }
    let extent = barExtent(value, x: x, within: bounds)
    let rectangle = SVGRectangle(
      x: extent.lowerBound, y: centre - Self.barHeight / 2,
      width: extent.upperBound - extent.lowerBound, height: Self.barHeight)
    return [
      colouredGroup(bar.colour, [rectangle]),
      textMark(bar.label, class: "label-detail", x: extent.upperBound + 8, y: centre + 4),
    ]
  }

  private func barCentre(of row: Row) -> Double {
    hasNamesAbove ? row.top + row.height - 18 : row.top + row.height / 2
  }

  /// Needed where bars grow to both sides. Names above the bars interrupt it.
  private func zeroLine(of row: Row) -> SVGElement {
    let centre = barCentre(of: row)
    let top = hasNamesAbove ? centre - Self.barHeight / 2 : row.top
    let bottom = hasNamesAbove ? centre + Self.barHeight / 2 : row.top + row.height
    return verticalLine(class: "baseline", x: x(0), from: top, to: bottom)
  }
}
