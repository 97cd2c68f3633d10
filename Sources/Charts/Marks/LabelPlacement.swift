/// Where labels of the given heights start so that each is as near as possible to the place it
/// wants, and none overlap.
///
/// Labels that would overlap are joined to a block around the mean of their wishes, and blocks to
/// larger blocks: the pool-adjacent-violators solution of the least squares problem.
///
/// - Parameters:
///   - wantedCentres: From top to bottom, in pixels.
///   - heights: One per label.
///   - bounds: What the labels must not leave; they fit if their heights add up to at most its extent.
/// - Returns: The upper edge of each label.
func placedLabels(
  wantedCentres: [Double], heights: [Double], within bounds: ClosedRange<Double>
) -> [Double] {
  var blocks: [LabelBlock] = []
  for (centre, height) in zip(wantedCentres, heights) {
    var block = LabelBlock(wantedCentre: centre, height: height)
    while let above = blocks.last,
      above.start(within: bounds) + above.height
        > block.start(within: bounds)
    {
      blocks.removeLast()
      block = above.joined(with: block)
    }
    blocks.append(block)
  }
  return blocks.flatMap { block in
    let start = block.start(within: bounds)
    return block.offsets.map { start + $0 }
  }
}

/// Labels that touch.
private struct LabelBlock {
  /// The upper edge of each label, from the upper edge of the block.
  let offsets: [Double]
  let height: Double
  /// The sum of the upper edges the labels ask for, each less its offset.
  let wantedStartSum: Double

  init(wantedCentre: Double, height: Double) {
    self.init(offsets: [0], height: height, wantedStartSum: wantedCentre - height / 2)
  }

  private init(offsets: [Double], height: Double, wantedStartSum: Double) {
    self.offsets = offsets
    self.height = height
    self.wantedStartSum = wantedStartSum
  }

  func start(within bounds: ClosedRange<Double>) -> Double {
    let wanted = wantedStartSum / Double(offsets.count)
    return max(min(wanted, bounds.upperBound - height), bounds.lowerBound)
  }

  func joined(with below: LabelBlock) -> LabelBlock {
    LabelBlock(
      offsets: offsets + below.offsets.map { height + $0 },
      height: height + below.height,
      wantedStartSum: wantedStartSum + below.wantedStartSum
        - height * Double(below.offsets.count))
  }
}
