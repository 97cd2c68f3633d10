/// The layers of a stack as areas, one path per series.
struct AreaMarks {
  let stacks: [StackedColumn]
  let layers: StackLayers
  let edge: StackedAreaChart.Edge
  let x: SlotScale
  let y: LinearScale
  /// Of paper, between two layers, in pixels.
  let layerGap: Double
  /// Neighbouring slots that hold anything. A run of one slot has no area.
  let runs: [ClosedRange<Int>]

  init(
    stacks: [StackedColumn], seriesCount: Int, edge: StackedAreaChart.Edge, x: SlotScale,
    y: LinearScale, layerGap: Double
  ) {
    self.stacks = stacks
    layers = StackLayers(stacks, seriesCount: seriesCount)
    self.edge = edge
    self.x = x
    self.y = y
    self.layerGap = layerGap
    runs = Charts.runs(in: stacks.indices) { !stacks[$0].segments.isEmpty }
  }

  func marks(colours: [SeriesColour?]) -> [SVGElement] {
    colours.enumerated().compactMap { series, colour in
      var path = PathText()
      for run in runs where run.count > 1 {
        for isPositive in [true, false] {
          write(series, in: run, isPositive: isPositive, to: &path)
        }
      }
      guard !path.isEmpty else { return nil }
      let d = SVGValue.path(path)
      guard let colour else { return SVGElement("path", ["class": "bar-mark", "d": d]) }
      return SVGElement("path", ["class": "series", "fill": .text(colour.hex), "d": d])
    }
  }

  /// The outlines of whole stacks that touch a slot of which `isPart` holds. Between two slots a
  /// straight edge belongs to both: it is as uncertain as its less certain end.
  func outlines(in run: ClosedRange<Int>, where isPart: (Int) -> Bool) -> [PathText] {
    shownRanges(in: run, where: isPart).map { range in
      var path = PathText()
      write(
        range.map { Edges(slot: $0, inner: y(stacks[$0].lowest), outer: y(stacks[$0].highest)) },
        to: &path)
      return path
    }
  }

  /// In pixels.
  private struct Edges {
    let slot: Int
    let inner: Double
    let outer: Double
  }

  /// Positive and negative parts are layers of their own: where a series changes its sign, its area
  /// narrows to nothing on one side of zero and grows on the other.
  private func write(
    _ series: Int, in run: ClosedRange<Int>, isPositive: Bool, to path: inout PathText
  ) {
    let ranges = shownRanges(in: run) { slot in
      let bounds = layers.bounds(of: series, at: slot, isPositive: isPositive)
      return bounds.inner != bounds.outer
    }
    for range in ranges {
      write(
        range.map { slot in
          let bounds = layers.bounds(of: series, at: slot, isPositive: isPositive)
          return Edges(
            slot: slot, inner: pixel(inner: bounds.inner, outer: bounds.outer),
            outer: y(bounds.outer))
        }, to: &path)
    }
  }

  /// The edge nearer to zero, with the paper in front of it: the far edge is the number.
  private func pixel(inner: Double, outer: Double) -> Double {
    let extent = abs(y(outer) - y(inner))
    guard inner != 0 else { return y(0) }
    // A layer thinner than its gap is drawn without it rather than not at all.
    let thickness = max(extent - layerGap, min(extent, 0.5))
    return outer < inner ? y(outer) - thickness : y(outer) + thickness
  }

  private func shownRanges(in run: ClosedRange<Int>, where isPart: (Int) -> Bool)
    -> [ClosedRange<Int>]
  {
    let parts = Charts.runs(in: run.lowerBound..<run.upperBound + 1, where: isPart)
    guard edge == .straight else { return parts }
    var ranges: [ClosedRange<Int>] = []
    for part in parts {
      let start = max(part.lowerBound - 1, run.lowerBound)
      let end = min(part.upperBound + 1, run.upperBound)
      if let last = ranges.last, last.upperBound >= start {
        ranges[ranges.count - 1] = last.lowerBound...end
      } else {
        ranges.append(start...end)
      }
    }
    return ranges
  }

  /// Along the outer edge, and back along the inner one.
  private func write(_ edges: [Edges], to path: inout PathText) {
    var points: [Point] = []
    points.reserveCapacity(4 * edges.count)
    for slot in edges { append(slot.slot, y: slot.outer, to: &points) }
    let turn = points.count
    for slot in edges { append(slot.slot, y: slot.inner, to: &points) }
    points[turn...].reverse()
    path.polyline(points)
    path.close()
  }

  private func append(_ slot: Int, y: Double, to points: inout [Point]) {
    switch edge {
    case .stepped:
      points.append(Point(x: x.slotStart(slot), y: y))
      points.append(Point(x: x.slotEnd(slot), y: y))
    case .straight: points.append(Point(x: x.centre(slot), y: y))
    }
  }
}
