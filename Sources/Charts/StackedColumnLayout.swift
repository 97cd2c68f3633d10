/// A stacked column chart laid out in one of its drawings.
struct StackedColumnLayout {
  private let chart: StackedColumnChart
  private let frame: ChartFrame
  private let stacks: [StackedColumn]
  private let axis: ValueAxis
  private let plotRight: Double
  private let x: SlotScale
  private let y: LinearScale

  init(_ chart: StackedColumnChart, _ frame: ChartFrame) {
    self.chart = chart
    self.frame = frame
    stacks = chart.columns.indices.map { index in
      guard chart.columns[index].state != .missing else { return StackedColumn(values: []) }
      return StackedColumn(
        values: chart.series.map { $0.values.indices.contains(index) ? $0.values[index] : nil })
    }
    axis = ValueAxis(
      from: stacks.map(\.lowest).min() ?? 0, to: stacks.map(\.highest).max() ?? 0,
      labels: chart.axisLabels)
    let hasLabels = frame.hasDirectLabels && chart.series.contains { !$0.name.isEmpty }
    plotRight = hasLabels ? frame.plotRight : frame.width
    // Long axis numbers move the columns to the right, but leave them most of the plot.
    let plotLeft = min(max(frame.plotLeft, axis.labelWidth), plotRight * 0.4)
    x = SlotScale(
      slots: chart.columns.count, fromPixel: plotLeft, to: plotRight,
      columnShare: frame.columnShare)
    y = axis.scale(top: frame.above, bottom: frame.plotBottom)
  }

  /// In the order of drawing: what lies under the columns first, the baseline over them.
  var elements: [SVGElement] {
    let gap = Hatch(.missing, idPrefix: "\(chart.idPrefix)-\(frame.name)")
    let open = Hatch(.open, idPrefix: "\(chart.idPrefix)-\(frame.name)")
    let gaps = gapStrips(gap)
    let hatchings = openHatchings(open)
    let used = (gaps.isEmpty ? [] : [gap]) + (hatchings.isEmpty ? [] : [open])
    return definitions(of: used)
      + axis.gridlines(y: y, to: plotRight)
      + gaps
      + StackMarks(columns: stacks, x: x, y: y, segmentGap: frame.segmentGap)
      .groups(colours: chart.series.map(\.colour))
      + hatchings
      + weekendStrips
      + tickMarks
      + [horizontalLine(class: "baseline", from: 0, to: plotRight, y: y(0))]
      + axis.labelMarks(y: y)
      + noteLabels.marks(plotTop: frame.above)
      + tickLabels.marks(firstBaseline: frame.plotBottom + (hasMajorTicks ? 22 : 18))
      + (frame.hasDirectLabels ? directLabels.marks : [])
  }

  private func columnRuns(where isPart: (StackedColumnChart.Column) -> Bool) -> [ClosedRange<Int>] {
    runs(in: chart.columns.indices) { isPart(chart.columns[$0]) }
  }

  /// The whole slot, from under the words to the bottom.
  private func gapStrips(_ hatch: Hatch) -> [SVGElement] {
    let top = frame.above - 8
    return columnRuns { $0.state == .missing }.map { run in
      hatch.rectangle(
        class: "gap-hatch", x: x.slotStart(run.lowerBound), y: top,
        width: x.slotEnd(run.upperBound) - x.slotStart(run.lowerBound),
        height: frame.plotBottom - top)
    }
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

  /// 3 px high, 3 px under the line the columns end on.
  private var weekendStrips: [SVGElement] {
    let strips = columnRuns(where: \.isWeekend).map { run in
      SVGRectangle(
        x: x.slotStart(run.lowerBound), y: frame.plotBottom + 4,
        width: x.slotEnd(run.upperBound) - x.slotStart(run.lowerBound), height: 3)
    }
    return strips.isEmpty ? [] : [SVGElement("g", ["class": "weekend"], .rectangles(strips))]
  }

  private var hasMajorTicks: Bool { chart.columns.contains(where: \.isMajorTick) }

  private var tickMarks: [SVGElement] {
    chart.columns.indices.filter { chart.columns[$0].isMajorTick }.map { index in
      verticalLine(
        class: "tick", x: x.centre(index), from: frame.plotBottom + 1, to: frame.plotBottom + 7)
    }
  }

  private var tickLabels: TickLabels {
    TickLabels(
      chart.columns.indices.compactMap { index in
        chart.columns[index].label.map { label in
          TickLabels.Candidate(
            lines: label.split(separator: "\n").map(String.init), centre: x.centre(index),
            isMajor: chart.columns[index].isMajorTick)
        }
      },
      width: frame.width)
  }

  private var noteLabels: NoteLabels {
    func notes(_ text: String, _ state: StackedColumnChart.Column.State) -> [NoteLabels.Note] {
      columnRuns { $0.state == state }.map { run in
        NoteLabels.Note(
          text: text, start: x.columnStart(run.lowerBound), end: x.columnEnd(run.upperBound),
          hasBracket: state != .missing)
      }
    }
    let nothing = NoteLabels.Note(
      text: chart.notes.missing, start: x.startPixel, end: plotRight, hasBracket: false)
    return NoteLabels(
      notes(chart.notes.mayChange, .mayChange) + notes(chart.notes.partial, .partial)
        + notes(chart.notes.missing, .missing) + (chart.columns.isEmpty ? [nothing] : []),
      within: min(axis.topLabelEnd + 8, plotRight)...plotRight)
  }

  /// Beside the last column that holds anything.
  private var directLabels: DirectLabels {
    let last = stacks.last { !$0.segments.isEmpty }
    var fallback = y(0)
    let labels = chart.series.enumerated().filter { !$0.element.name.isEmpty }
      .map { index, series in
        if let segment = last?.segments.first(where: { $0.seriesIndex == index }) {
          fallback = y(segment.end)
          return DirectLabels.Label(
            name: series.name, detail: series.detail, colour: series.colour,
            wantedCentre: (y(segment.start) + y(segment.end)) / 2)
        }
        return DirectLabels.Label(
          name: series.name, detail: series.detail, colour: series.colour, wantedCentre: fallback)
      }
    // Equal wishes keep the order of the stack, whose first series is the lowest.
    let fromTop = labels.enumerated().sorted {
      ($0.element.wantedCentre, $1.offset) < ($1.element.wantedCentre, $0.offset)
    }
    return DirectLabels(
      fromTop.map(\.element), plotRight: plotRight, width: frame.width,
      plotBottom: frame.plotBottom, height: frame.height)
  }
}
