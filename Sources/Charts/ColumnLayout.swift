/// A column chart laid out in one of its drawings.
struct ColumnLayout {
  private let chart: ColumnChart
  private let frame: ChartFrame
  /// Nil where nothing is drawn.
  private let values: [Double?]
  private let budgets: [Double?]
  private let forecast: Double?
  private let axis: ValueAxis
  private let plotRight: Double
  private let x: SlotScale
  private let y: LinearScale

  init(_ chart: ColumnChart, _ frame: ChartFrame) {
    self.chart = chart
    self.frame = frame
    values = chart.slots.map { $0.column.state == .missing ? nil : finite($0.value) }
    budgets = chart.slots.map { finite($0.budget) }
    forecast = chart.slots.isEmpty ? nil : finite(chart.forecast)
    let levels = (values + budgets + [forecast]).compactMap(\.self)
    axis = ValueAxis(
      from: levels.min() ?? 0, to: levels.max() ?? 0, labels: chart.axisLabels)
    let hasLabels =
      [chart.newestLabel, chart.budgetLabel, chart.forecastLabel].contains { $0 != nil }
    plotRight = frame.hasDirectLabels && hasLabels ? frame.plotRight : frame.width
    // Long axis numbers move the columns to the right, but leave them most of the plot.
    let plotLeft = min(max(frame.plotLeft, axis.labelWidth), plotRight * 0.4)
    x = SlotScale(
      slots: chart.slots.count, fromPixel: plotLeft, to: plotRight, columnShare: frame.columnShare)
    y = axis.scale(top: frame.above, bottom: frame.plotBottom)
  }

  var readingSlots: ReadingSlots? { ReadingSlots(x, count: chart.slots.count) }

  /// In the order of drawing: what lies under the columns first, the baseline over them.
  var elements: [SVGElement] {
    let gap = hatch(.missing)
    let open = hatch(.open)
    let expected = hatch(.forecast)
    let gaps = slotAxis.gapStrips(gap)
    let hatchings = openHatchings(open)
    let forecasts = forecastMark(expected)
    let used =
      (gaps.isEmpty ? [] : [gap]) + (hatchings.isEmpty ? [] : [open])
      + (forecasts.isEmpty ? [] : [expected])
    let parts = [
      definitions(of: used),
      axis.gridlines(y: y, to: plotRight),
      gaps, columns, hatchings, forecasts, budgetFrames,
      slotAxis.weekendStrips,
      slotAxis.tickMarks,
      [horizontalLine(class: "baseline", from: 0, to: plotRight, y: y(0))],
      axis.labelMarks(y: y),
      slotAxis.noteLabels(rightOf: axis.topLabelEnd, isEmpty: chart.slots.isEmpty),
      tickLabels,
      frame.hasDirectLabels ? directLabels.marks : [],
    ]
    return Array(parts.joined())
  }

  private func hatch(_ meaning: Hatch.Meaning) -> Hatch {
    Hatch(meaning, idPrefix: "\(chart.idPrefix)-\(frame.name)")
  }

  private var slotAxis: SlotAxis {
    SlotAxis(
      columns: chart.slots.map(\.column), notes: chart.notes, x: x, frame: frame,
      plotRight: plotRight)
  }

  private var marks: ColumnMarks { ColumnMarks(x: x, y: y) }

  private var inkIndex: Int? { chart.marksNewest ? chart.slots.indices.last : nil }

  private var columns: [SVGElement] {
    func rectangles(where isPart: (Int) -> Bool) -> [SVGRectangle] {
      values.indices.filter(isPart).compactMap { index in
        values[index].map { marks.rectangle(index, $0) }
      }
    }
    let before = rectangles { $0 != inkIndex }
    let now = rectangles { $0 == inkIndex }
    return (before.isEmpty ? [] : [colouredGroup(nil, before)])
      + (now.isEmpty ? [] : [SVGElement("g", ["class": "now-mark"], .rectangles(now))])
  }

  private func openHatchings(_ hatch: Hatch) -> [SVGElement] {
    chart.slots.indices.compactMap { index in
      guard [.mayChange, .partial].contains(chart.slots[index].column.state),
        let value = values[index], value != 0
      else { return nil }
      let column = marks.rectangle(index, value)
      return hatch.rectangle(
        class: "open-hatch", x: column.x, y: column.y, width: column.width, height: column.height)
    }
  }

  private func forecastMark(_ hatch: Hatch) -> [SVGElement] {
    guard let forecast, let newest = chart.slots.indices.last else { return [] }
    let value = values[newest] ?? 0
    let isOnOtherSide = (value < 0) != (forecast < 0)
    guard isOnOtherSide || abs(forecast) > abs(value) else { return [] }
    let column = marks.rectangle(newest, from: isOnOtherSide ? 0 : value, to: forecast)
    return [
      // Half a pixel inside, where its line covers whole pixels.
      hatch.rectangle(
        class: "forecast-area", x: column.x + 0.5, y: column.y + 0.5,
        width: max(column.width - 1, 0.5), height: max(column.height - 1, 0.5))
    ]
  }

  private var budgetFrames: [SVGElement] {
    let outlines = budgets.indices.compactMap { index in
      budgets[index].map { marks.budgetOutline(index, $0) }
    }
    guard !outlines.isEmpty else { return [] }
    return [
      SVGElement(
        "path", ["class": "budget-frame", "fill": "none", "d": .text(outlines.joined())])
    ]
  }

  /// The newest first, which then keeps its name, and bold if it is in ink. A name of two lines
  /// begins a year.
  private var tickLabels: [SVGElement] {
    let columns = chart.slots.map(\.column)
    let candidates = columns.indices.reversed().compactMap { index in
      columns[index].label.map { label in
        let lines = label.split(separator: "\n").map(String.init)
        return TickLabels.Candidate(
          lines: lines, centre: x.centre(index),
          isMajor: columns[index].isMajorTick || lines.count > 1 || index == columns.indices.last)
      }
    }
    let hasMajorTicks = columns.contains(where: \.isMajorTick)
    let labels = TickLabels(candidates, width: frame.width)
      .marks(firstBaseline: frame.plotBottom + (hasMajorTicks ? 22 : 18))
    guard let inkIndex, columns[inkIndex].label != nil, let newest = candidates.first else {
      return labels
    }
    return labels.dropLast(newest.lines.count)
      + labels.suffix(newest.lines.count).map { $0.replacingClass(with: "now-label") }
  }

  private var directLabels: DirectLabels {
    let newest = values.last ?? nil
    let budget = budgets.last { $0 != nil } ?? nil
    let levels = [
      (chart.forecastLabel, forecast), (chart.budgetLabel, budget), (chart.newestLabel, newest),
    ]
    let labels = levels.compactMap { label, level in
      label.map {
        DirectLabels.Label(
          name: $0.name, detail: $0.detail, stroke: .neutral, wantedCentre: y(level ?? 0))
      }
    }
    // Equal wishes keep the order forecast, budget, newest.
    let fromTop = labels.enumerated().sorted {
      ($0.element.wantedCentre, $0.offset) < ($1.element.wantedCentre, $1.offset)
    }
    return DirectLabels(
      fromTop.map(\.element), lead: .space(12), plotRight: plotRight, width: frame.width,
      plotBottom: frame.plotBottom, height: frame.height)
  }
}

private func finite(_ value: Double?) -> Double? {
  value.flatMap { $0.isFinite ? $0 : nil }
}

extension SVGElement {
  fileprivate func replacingClass(with className: String) -> SVGElement {
    SVGElement(
      name,
      attributes.map { $0.name == "class" ? SVGAttribute("class", .text(className)) : $0 },
      content)
  }
}
