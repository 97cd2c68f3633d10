/// A burn-up chart laid out in one of its drawings.
struct BurnUpLayout {
  let hasDirectLabels: Bool
  private let chart: BurnUpChart
  private let frame: ChartFrame
  private let totals: BurnUpTotals
  private let axis: ValueAxis
  private let plotRight: Double
  private let x: SlotScale
  private let y: LinearScale
  private let slotAxis: SlotAxis
  private let labels: BurnUpLabels

  init(_ chart: BurnUpChart, _ frame: ChartFrame) {
    self.chart = chart
    self.frame = frame
    totals = BurnUpTotals(chart)
    axis = ValueAxis(
      from: totals.all.min() ?? 0, to: totals.all.max() ?? 0, labels: chart.axisLabels)
    labels = BurnUpLabels(chart, totals, frame)
    hasDirectLabels = labels.isShown
    plotRight = labels.plotRight
    x = SlotScale(
      slots: chart.columns.count,
      fromPixel: min(max(frame.plotLeft, axis.labelWidth), plotRight * 0.4), to: plotRight,
      columnShare: frame.columnShare)
    y = axis.scale(top: frame.above, bottom: frame.plotBottom)
    slotAxis = SlotAxis(
      columns: chart.columns, notes: chart.notes, x: x, frame: frame, plotRight: plotRight,
      markPlace: .end)
  }

  var readingSlots: ReadingSlots? { ReadingSlots(x, count: chart.columns.count) }

  /// In the order of drawing: what is sure over what is not, now over before.
  var elements: [SVGElement] {
    let gap = Hatch(.missing, idPrefix: "\(chart.idPrefix)-\(frame.name)")
    let likely = Hatch(.forecast, idPrefix: "\(chart.idPrefix)-\(frame.name)")
    let gaps = slotAxis.gapStrips(gap)
    let range = likelyRange(likely)
    let used = (gaps.isEmpty ? [] : [gap]) + (range.isEmpty ? [] : [likely])
    return definitions(of: used)
      + axis.gridlines(y: y, to: plotRight)
      + gaps
      + range
      + (totals.expected.isEmpty ? [] : [LineStroke.forecast.line(points(totals.expected))])
      + lines(of: totals.before, .before)
      + budgetLine
      + slotAxis.weekendStrips
      + slotAxis.tickMarks
      + [horizontalLine(class: "baseline", from: 0, to: plotRight, y: y(0))]
      + lines(of: totals.actual, .now)
      + (newestPoint.map { [LineStroke.now.dot($0, radius: 3.5)] } ?? [])
      + axis.labelMarks(y: y)
      + slotAxis.noteLabels(
        rightOf: axis.topLabelEnd, isEmpty: chart.columns.isEmpty || totals.isEmpty)
      + slotAxis.tickLabels
      + valueLabel
      + labels.marks(totals, y: y)
  }

  private func point(_ place: BurnUpTotals.Place) -> Point {
    Point(x: place.index.map(x.slotEnd) ?? x.startPixel, y: y(place.total))
  }

  private func points(_ places: [BurnUpTotals.Place]) -> [Point] {
    places.map(point)
  }

  private var newestPoint: Point? {
    totals.actual.newest.map { point(.init(index: $0, total: totals.actual.totals[$0])) }
  }

  /// The total at the start of the first slot and at the end of each.
  private func points(of total: RunningTotal, over slots: ClosedRange<Int>) -> [Point] {
    points(
      (slots.lowerBound - 1...slots.upperBound).map { index in
        index < 0 ? .init(index: nil, total: 0) : .init(index: index, total: total.totals[index])
      })
  }

  private func lines(of total: RunningTotal, _ stroke: LineStroke) -> [SVGElement] {
    let known = runs(in: total.totals.indices) { !total.unknown.contains($0) }
    let unknown = runs(in: total.totals.indices) { total.unknown.contains($0) }
    return unknown.map { stroke.line(points(of: total, over: $0), isDotted: true) }
      + known.map { stroke.line(points(of: total, over: $0)) }
  }

  private var budgetLine: [SVGElement] {
    totals.budget.map { budget in
      [horizontalLine(class: "budget-line", from: x.startPixel, to: plotRight, y: y(budget))]
    } ?? []
  }

  /// Out along the upper bound, and back along the lower one.
  private func likelyRange(_ hatch: Hatch) -> [SVGElement] {
    guard !totals.low.isEmpty, !totals.high.isEmpty else { return [] }
    let outline = points(totals.high) + points(totals.low).dropFirst().reversed()
    var path = polylinePath(outline)
    path.close()
    return [hatch.area(class: "forecast-area", path: path)]
  }

  /// The amount so far, where it covers as little as possible.
  private var valueLabel: [SVGElement] {
    guard let newestPoint, !totals.actual.totals.isEmpty else { return [] }
    let lines =
      [totals.actual, totals.before].filter { !$0.totals.isEmpty }.map {
        points(of: $0, over: 0...$0.totals.count - 1)
      } + [totals.expected, totals.low, totals.high].map(points)
      + (totals.budget.map { [[Point(x: x.startPixel, y: y($0)), Point(x: plotRight, y: y($0))]] }
        ?? [])
    let label = chart.actual.label
    let long = [label.amount, label.detail].filter { !$0.isEmpty }.joined(separator: " ")
    let texts = frame.width < ChartFrame.wide.width ? [label.amount] : [long, label.amount]
    return ValueLabel(
      texts, at: newestPoint, around: lines, x: x.startPixel...plotRight,
      y: frame.above - 8...frame.plotBottom - 3
    ).marks
  }
}
