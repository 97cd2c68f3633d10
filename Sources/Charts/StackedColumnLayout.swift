/// A stacked column chart laid out in one of its drawings.
struct StackedColumnLayout {
  private let chart: StackedColumnChart
  private let frame: ChartFrame
  private let stacks: [StackedColumn]
  private let axis: ValueAxis
  private let plotRight: Double
  private let x: SlotScale
  private let y: LinearScale
  private let slotAxis: SlotAxis

  init(_ chart: StackedColumnChart, _ frame: ChartFrame) {
    self.chart = chart
    self.frame = frame
    stacks = stackedColumns(chart.columns, chart.series)
    axis = ValueAxis(
      from: stacks.map(\.lowest).min() ?? 0, to: stacks.map(\.highest).max() ?? 0,
      labels: chart.axisLabels)
    let plot = frame.plot(
      hasLabels: chart.series.contains { !$0.name.isEmpty }, axisLabelWidth: axis.labelWidth)
    plotRight = plot.upperBound
    x = SlotScale(
      slots: chart.columns.count, fromPixel: plot.lowerBound, to: plotRight,
      columnShare: frame.columnShare)
    y = axis.scale(top: frame.above, bottom: frame.plotBottom)
    slotAxis = SlotAxis(
      columns: chart.columns, notes: chart.notes, x: x, frame: frame, plotRight: plotRight)
  }

  var readingSlots: ReadingSlots? { ReadingSlots(x, count: chart.columns.count) }

  /// In the order of drawing: what lies under the columns first, the baseline over them.
  var elements: [SVGElement] {
    let gap = Hatch(.missing, idPrefix: "\(chart.idPrefix)-\(frame.name)")
    let open = Hatch(.open, idPrefix: "\(chart.idPrefix)-\(frame.name)")
    let gaps = slotAxis.gapStrips(gap)
    let hatchings = openHatchings(open)
    let used = (gaps.isEmpty ? [] : [gap]) + (hatchings.isEmpty ? [] : [open])
    let parts = [
      definitions(of: used),
      axis.gridlines(y: y, to: plotRight),
      gaps,
      StackMarks(columns: stacks, x: x, y: y, segmentGap: frame.segmentGap)
        .groups(colours: chart.series.map(\.colour)),
      hatchings,
      slotAxis.weekendStrips,
      slotAxis.tickMarks,
      [horizontalLine(class: "baseline", from: 0, to: plotRight, y: y(0))],
      axis.labelMarks(y: y),
      slotAxis.noteLabels(rightOf: axis.topLabelEnd, isEmpty: chart.columns.isEmpty),
      slotAxis.tickLabels,
      frame.hasDirectLabels ? directLabels.marks : [],
    ]
    return Array(parts.joined())
  }

  private func openHatchings(_ hatch: Hatch) -> [SVGElement] {
    chart.columns.indices.compactMap { index in
      let isOpen = [.mayChange, .partial].contains(chart.columns[index].state)
      guard isOpen, !stacks[index].isMeasuredZero, !stacks[index].segments.isEmpty else {
        return nil
      }
      let top = y(stacks[index].highest)
      return hatch.rectangle(
        class: "open-hatch", x: x.columnStart(index), y: top, width: x.columnWidth,
        height: y(stacks[index].lowest) - top)
    }
  }

  private var directLabels: DirectLabels {
    DirectLabels(
      stackLabels(chart.series, of: stacks, y: y), plotRight: plotRight, width: frame.width,
      plotBottom: frame.plotBottom, height: frame.height)
  }
}
