/// The layers of a stack as areas, one path per series.
struct AreaMarks {
  let stacks: [StackedColumn]
  let edge: StackedAreaChart.Edge
  let x: SlotScale
  let y: LinearScale
  /// Of paper, between two layers, in pixels.
  let layerGap: Double

  /// Neighbouring slots that hold anything. A run of one slot has no area.
  var runs: [ClosedRange<Int>] {
    Charts.runs(in: stacks.indices) { !stacks[$0].segments.isEmpty }
  }

  func marks(colours: [SeriesColour?]) -> [SVGElement] {
    colours.enumerated().compactMap { series, colour in
      let paths = runs.filter { $0.count > 1 }.flatMap { run in
        [true, false].flatMap { self.paths(of: series, in: run, isPositive: $0) }
      }
      guard !paths.isEmpty else { return nil }
      let d = SVGValue.text(paths.joined())
      guard let colour else { return SVGElement("path", ["class": "bar-mark", "d": d]) }
      return SVGElement("path", ["class": "series", "fill": .text(colour.hex), "d": d])
    }
  }

  /// The outlines of whole stacks that touch a slot of which `isPart` holds. Between two slots a
  /// straight edge belongs to both: it is as uncertain as its less certain end.
  func outlines(in run: ClosedRange<Int>, where isPart: (Int) -> Bool) -> [String] {
    shownRanges(in: run, where: isPart).map { range in
      closedPath(range.map { ($0, y(stacks[$0].lowest), y(stacks[$0].highest)) })
    }
  }

  /// Positive and negative parts are layers of their own: where a series changes its sign, its area
  /// narrows to nothing on one side of zero and grows on the other.
  private func paths(of series: Int, in run: ClosedRange<Int>, isPositive: Bool) -> [String] {
    let bounds = run.map { layerBounds(of: series, at: $0, isPositive: isPositive) }
    let ranges = shownRanges(in: run) { index in
      bounds[index - run.lowerBound].inner != bounds[index - run.lowerBound].outer
    }
    return ranges.map { range in
      closedPath(
        range.map { index in
          let (inner, outer) = bounds[index - run.lowerBound]
          return (index, pixel(inner: inner, outer: outer), y(outer))
        })
    }
  }

  func layerBounds(of series: Int, at index: Int, isPositive: Bool)
    -> (inner: Double, outer: Double)
  {
    var reached = 0.0
    for segment in stacks[index].segments where segment.seriesIndex <= series {
      guard isPositive ? segment.end > 0 : segment.end < 0 else { continue }
      if segment.seriesIndex == series { return (segment.start, segment.end) }
      reached = segment.end
    }
    return (reached, reached)
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
  private func closedPath(_ slots: [(index: Int, inner: Double, outer: Double)]) -> String {
    let outer = slots.flatMap { points(at: $0.index, y: $0.outer) }
    let inner = slots.flatMap { points(at: $0.index, y: $0.inner) }
    return polylinePath(outer + inner.reversed()) + "Z"
  }

  private func points(at index: Int, y: Double) -> [Point] {
    switch edge {
    case .stepped: [Point(x: x.slotStart(index), y: y), Point(x: x.slotEnd(index), y: y)]
    case .straight: [Point(x: x.centre(index), y: y)]
    }
  }
}
