/// A line chart laid out in one of its drawings.
struct LineLayout {
  private let chart: LineChart
  private let frame: ChartFrame
  /// One per line and column; nil where nothing is drawn.
  private let values: [[Double?]]
  private let axis: ValueAxis
  private let plotRight: Double
  private let x: SlotScale
  private let y: LinearScale
  private let slotAxis: SlotAxis

  init(_ chart: LineChart, _ frame: ChartFrame) {
    self.chart = chart
    self.frame = frame
    values = chart.lines.map { line in
      chart.columns.indices.map { index in
        guard chart.columns[index].state != .missing, line.values.indices.contains(index),
          let value = line.values[index], value.isFinite
        else { return nil }
        return value
      }
    }
    let known = values.flatMap { $0.compactMap(\.self) }
    axis = ValueAxis(from: known.min() ?? 0, to: known.max() ?? 0, labels: chart.axisLabels)
    let plot = frame.plot(
      hasLabels: chart.lines.contains { !$0.name.isEmpty }, axisLabelWidth: axis.labelWidth)
    plotRight = plot.upperBound
    x = SlotScale(
      slots: chart.columns.count, fromPixel: plot.lowerBound, to: plotRight,
      columnShare: frame.columnShare)
    y = axis.scale(top: frame.above, bottom: frame.plotBottom)
    slotAxis = SlotAxis(
      columns: chart.columns, notes: chart.notes, x: x, frame: frame, plotRight: plotRight)
  }

  var readingSlots: ReadingSlots? { ReadingSlots(x, count: chart.columns.count) }

  /// In the order of drawing. The baseline lies under the lines, which would vanish where they are
  /// zero.
  var elements: [SVGElement] {
    let gap = Hatch(.missing, idPrefix: "\(chart.idPrefix)-\(frame.name)")
    let gaps = slotAxis.gapStrips(gap)
    return definitions(of: gaps.isEmpty ? [] : [gap])
      + axis.gridlines(y: y, to: plotRight)
      + gaps
      + slotAxis.weekendStrips
      + slotAxis.tickMarks
      + [horizontalLine(class: "baseline", from: 0, to: plotRight, y: y(0))]
      + chart.lines.indices.reversed().flatMap(marks)
      + axis.labelMarks(y: y)
      + slotAxis.noteLabels(rightOf: axis.topLabelEnd, isEmpty: chart.columns.isEmpty)
      + slotAxis.tickLabels
      + directLabels
  }

  private func marks(of line: Int) -> [SVGElement] {
    let stroke = chart.lines[line].stroke
    let parts = runs(in: chart.columns.indices) { values[line][$0] != nil }
      .map { run in run.compactMap { point(line, $0) } }
    let ends = stroke == .now ? parts.last?.last.map { [stroke.dot($0, radius: 3.5)] } ?? [] : []
    return parts.map { points in
      points.count == 1 ? stroke.dot(points[0], radius: 2.5) : stroke.line(points)
    } + ends
  }

  private func point(_ line: Int, _ index: Int) -> Point? {
    values[line][index].map { Point(x: x.centre(index), y: y($0)) }
  }

  /// Each beside the end of its line; a line without any number wishes to stand on the baseline.
  private var directLabels: [SVGElement] {
    guard frame.hasDirectLabels else { return [] }
    let labels = chart.lines.indices.filter { !chart.lines[$0].name.isEmpty }.map { index in
      let line = chart.lines[index]
      let last = values[index].last { $0 != nil } ?? nil
      return DirectLabels.Label(
        name: line.name, detail: line.detail, stroke: line.stroke, wantedCentre: y(last ?? 0))
    }
    // Equal wishes keep the order of the lines.
    let fromTop = labels.enumerated().sorted {
      ($0.element.wantedCentre, $0.offset) < ($1.element.wantedCentre, $1.offset)
    }
    return DirectLabels(
      fromTop.map(\.element), plotRight: plotRight, width: frame.width,
      plotBottom: frame.plotBottom, height: frame.height
    ).marks
  }
}
