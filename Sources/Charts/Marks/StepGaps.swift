extension AreaMarks {
  /// The paper between two colours that touch side by side where a stepped layer rises or falls.
  ///
  /// In slots under four gaps wide it would cover more than it parts, and is left out.
  func stepGaps(seriesCount: Int) -> [SVGElement] {
    guard edge == .stepped, x.slotWidth >= layerGap * 4 else { return [] }
    var path = PathText()
    for run in runs {
      for (slot, next) in zip(run, run.dropFirst()) {
        for series in 0..<seriesCount {
          for isPositive in [true, false] {
            writeStepGap(of: series, between: slot, and: next, isPositive, to: &path)
          }
        }
      }
    }
    guard !path.isEmpty else { return [] }
    return [
      SVGElement(
        "path",
        [
          "class": "layer-gap", "fill": "none", "stroke-width": .number(layerGap),
          "d": .path(path),
        ])
    ]
  }

  /// Only as far as both slots are filled: beyond that there is paper already.
  private func writeStepGap(
    of series: Int, between slot: Int, and next: Int, _ isPositive: Bool, to path: inout PathText
  ) {
    let filled =
      isPositive
      ? 0...min(stacks[slot].highest, stacks[next].highest)
      : max(stacks[slot].lowest, stacks[next].lowest)...0
    func end(_ slot: Int) -> Double {
      let outer = layers.bounds(of: series, at: slot, isPositive: isPositive).outer
      return y(max(min(outer, filled.upperBound), filled.lowerBound))
    }
    let (left, right) = (end(slot), end(next))
    guard abs(left - right) > layerGap else { return }
    path.move(
      to: Point(x: x.slotEnd(slot), y: max(left, right) + (isPositive ? 0 : layerGap)))
    path.vertical(to: min(left, right) - (isPositive ? layerGap : 0))
  }
}
