/// A stacked area chart laid out in one of its drawings.
struct StackedAreaLayout {
  private let chart: StackedAreaChart
  private let frame: ChartFrame
  private let stacks: [StackedColumn]
  private let axis: ValueAxis
  private let plotRight: Double
  private let x: SlotScale
  private let y: LinearScale
  private let slotAxis: SlotAxis
  private let areas: AreaMarks

  init(_ chart: StackedAreaChart, _ frame: ChartFrame) {
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
      columnShare: chart.edge == .stepped ? 1 : frame.columnShare)
    y = axis.scale(top: frame.above, bottom: frame.plotBottom)
    slotAxis = SlotAxis(
      columns: chart.columns, notes: chart.notes, x: x, frame: frame, plotRight: plotRight)
    areas = AreaMarks(
      stacks: stacks, seriesCount: chart.series.count, edge: chart.edge, x: x, y: y,
      layerGap: frame.segmentGap)
  }

  var readingSlots: ReadingSlots? { ReadingSlots(x, count: chart.columns.count) }

  /// In the order of drawing: what lies under the areas first, the baseline over them.
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
      areas.marks(colours: chart.series.map(\.colour)),
      areas.stepGaps(seriesCount: chart.series.count),
      columnMarks,
      hatchings,
      slotAxis.weekendStrips,
      slotAxis.tickMarks,
      [horizontalLine(class: "baseline", from: 0, to: plotRight, y: y(0))],
      axis.labelMarks(y: y),
      slotAxis.noteLabels(rightOf: axis.topLabelEnd, isEmpty: chart.columns.isEmpty),
      slotAxis.tickLabels,
      directLabels,
    ]
    return Array(parts.joined())
  }

  /// What has no area or none that can be seen: a slot between two gaps, a measured zero, a trifle.
  private var columnMarks: [SVGElement] {
    let lone = Set(areas.runs.filter { $0.count == 1 }.map(\.lowerBound))
    let columns = stacks.indices.map { index in
      let isTrifle = y(stacks[index].lowest) - y(stacks[index].highest) < smallestMark
      return lone.contains(index) || isTrifle ? stacks[index] : StackedColumn(values: [])
    }
    return StackMarks(columns: columns, x: x, y: y, segmentGap: frame.segmentGap)
      .groups(colours: chart.series.map(\.colour))
  }

  private func openHatchings(_ hatch: Hatch) -> [SVGElement] {
    let isOpen = chart.columns.map { [.mayChange, .partial].contains($0.state) }
    return areas.runs.flatMap { run -> [SVGElement] in
      guard run.count > 1 else {
        let stack = stacks[run.lowerBound]
        guard isOpen[run.lowerBound], !stack.isMeasuredZero else { return [] }
        let top = y(stack.highest)
        return [
          hatch.rectangle(
            class: "open-hatch", x: x.columnStart(run.lowerBound), y: top, width: x.columnWidth,
            height: y(stack.lowest) - top)
        ]
      }
      return areas.outlines(in: run, where: { isOpen[$0] }).map {
        hatch.area(class: "open-hatch", path: $0)
      }
    }
  }

  private var directLabels: [SVGElement] {
    guard frame.hasDirectLabels else { return [] }
    return DirectLabels(
      stackLabels(chart.series, of: stacks, y: y), plotRight: plotRight, width: frame.width,
      plotBottom: frame.plotBottom, height: frame.height
    ).marks
  }
}
