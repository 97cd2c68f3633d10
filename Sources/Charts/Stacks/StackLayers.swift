/// Where each series of a stack lies at each slot: from the end nearer to zero to the farther one.
///
/// Positive and negative parts are layers of their own. A series without a number at a slot lies
/// between its neighbours, with no thickness.
struct StackLayers {
  struct Bounds: Hashable {
    let inner: Double
    let outer: Double
  }

  private let slotCount: Int
  private var positive: [Bounds] = []
  private var negative: [Bounds] = []

  init(_ stacks: [StackedColumn], seriesCount: Int) {
    slotCount = stacks.count
    let nothing = Bounds(inner: 0, outer: 0)
    positive = Array(repeating: nothing, count: seriesCount * slotCount)
    negative = positive
    for (slot, stack) in stacks.enumerated() {
      var segments = stack.segments[...]
      var (highest, lowest) = (0.0, 0.0)
      for series in 0..<seriesCount {
        let place = series * slotCount + slot
        positive[place] = Bounds(inner: highest, outer: highest)
        negative[place] = Bounds(inner: lowest, outer: lowest)
        guard let segment = segments.first, segment.seriesIndex == series else { continue }
        segments = segments.dropFirst()
        if segment.end > 0 {
          positive[place] = Bounds(inner: segment.start, outer: segment.end)
          highest = segment.end
        } else if segment.end < 0 {
          negative[place] = Bounds(inner: segment.start, outer: segment.end)
          lowest = segment.end
        }
      }
    }
  }

  func bounds(of series: Int, at slot: Int, isPositive: Bool) -> Bounds {
    isPositive ? positive[series * slotCount + slot] : negative[series * slotCount + slot]
  }
}
