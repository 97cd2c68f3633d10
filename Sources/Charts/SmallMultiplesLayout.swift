/// Small multiples laid out in one of their drawings, row by row.
struct SmallMultiplesLayout {
  private static let lineHeight = 15.0
  private static let rowGap = 22.0

  private struct Row {
    let panels: Range<Int>
    /// Of the names, all ending on one line above the columns.
    let nameLines: Int
    let top: Double
  }

  let height: Double
  private let chart: SmallMultiples
  private let panels: [SmallMultiples.Panel]
  private let names: [[String]]
  private let rows: [Row]
  private let panelWidth: Double
  private let panelGap: Double
  private let plotHeight: Double
  private let textLeft: Double
  private let columns: MiniColumns
  private let rowsHeight: Double

  init(_ chart: SmallMultiples, _ frame: ChartFrame) {
    self.chart = chart
    let panels = Array(chart.panels.prefix(SmallMultiples.maximumPanels))
    self.panels = panels
    let isWide = frame.hasDirectLabels
    let panelsPerRow = isWide ? 3 : 2
    panelGap = isWide ? 36 : 22
    panelWidth =
      (frame.width - panelGap * Double(panelsPerRow - 1)) / Double(panelsPerRow)
    let plotHeight = isWide ? 72.0 : 56
    self.plotHeight = plotHeight
    textLeft = panels.contains { $0.colour != nil } ? 12 : 0
    let room = panelWidth - textLeft
    let names = panels.map { textLines($0.name, width: room, style: .name, maximumLines: 2) }
    self.names = names
    columns = MiniColumns(
      of: panels.map(\.values), width: panelWidth, height: plotHeight)

    var rows: [Row] = []
    var top = 0.0
    for first in stride(from: 0, to: panels.count, by: panelsPerRow) {
      let range = first..<min(first + panelsPerRow, panels.count)
      let nameLines = max(range.map { names[$0].count }.max() ?? 1, 1)
      rows.append(Row(panels: range, nameLines: nameLines, top: top))
      top += Double(nameLines + 1) * Self.lineHeight + 10 + plotHeight + 18 + Self.rowGap
    }
    self.rows = rows
    rowsHeight = top
    let isCut = chart.panels.count > panels.count
    height = max(top - (isCut ? 0 : Self.rowGap), 31)
  }

  var elements: [SVGElement] {
    guard !panels.isEmpty else {
      return [textMark(chart.notes.missing, class: "note-label", x: 0, y: 20)]
    }
    let leftOut = chart.panels.count - panels.count
    let more =
      leftOut == 0
      ? []
      : [
        textMark(
          "\(leftOut) \(chart.notes.more)", class: "note-label", x: 0, y: rowsHeight - 4)
      ]
    return rows.flatMap { row in
      row.panels.enumerated().flatMap { place, index in
        panel(index, of: row, left: Double(place) * (panelWidth + panelGap))
      }
    } + more
  }

  private func panel(_ index: Int, of row: Row, left: Double) -> [SVGElement] {
    let plotTop = row.top + Double(row.nameLines + 1) * Self.lineHeight + 10
    let plotBottom = plotTop + plotHeight
    return title(index, of: row, left: left)
      + columns.marks(index, left: left, top: plotTop, marksLast: chart.marksLast)
      + [
        horizontalLine(
          class: "baseline", from: left, to: left + panelWidth, y: plotTop + columns.zeroPixel)
      ]
      + (columns.isEmpty(index)
        ? [
          textMark(
            chart.notes.missing, class: "note-label", x: left + panelWidth / 2,
            y: plotTop + plotHeight / 2, anchor: .middle)
        ] : [])
      + periodLabels(left: left, baseline: plotBottom + 16)
  }

  private func title(_ index: Int, of row: Row, left: Double) -> [SVGElement] {
    let panel = panels[index]
    let lines = names[index]
    let skipped = row.nameLines - lines.count
    let top = row.top + Double(skipped) * Self.lineHeight
    let swatch = SVGRectangle(
      x: left, y: top, width: 4, height: Double(lines.count + 1) * Self.lineHeight)
    let texts = lines.map { ($0, "label-name") } + [(panel.detail, "label-detail")]
    return (panel.colour == nil ? [] : [colouredGroup(panel.colour, [swatch])])
      + texts.enumerated().map { line, text in
        textMark(
          text.0, class: text.1, x: left + textLeft, y: top + 12 + Double(line) * Self.lineHeight)
      }
  }

  /// The first stays away where the last has no room beside it.
  private func periodLabels(left: Double, baseline: Double) -> [SVGElement] {
    let last = textMark(
      chart.lastLabel, class: "axis-label", x: left + panelWidth, y: baseline, anchor: .end)
    let firstEnd = columns.firstPixel + TextStyle.plain.width(of: chart.firstLabel)
    let lastStart = panelWidth - TextStyle.plain.width(of: chart.lastLabel)
    guard firstEnd + 6 <= lastStart else { return [last] }
    return [
      textMark(chart.firstLabel, class: "axis-label", x: left + columns.firstPixel, y: baseline),
      last,
    ]
  }
}
