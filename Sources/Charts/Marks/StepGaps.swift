extension AreaMarks {
  /// The paper between two colours that touch side by side where a stepped layer rises or falls.
  ///
  /// In slots under four gaps wide it would cover more than it parts, and is left out.
  func stepGaps(seriesCount: Int) -> [SVGElement] {
    guard edge == .stepped, x.slotWidth >= layerGap * 4 else { return [] }
    let lines = runs.flatMap { run in
      zip(run, run.dropFirst()).flatMap { index, next in
        (0..<seriesCount).flatMap { series in
          [true, false].compactMap { isPositive in
            stepGap(of: series, between: index, and: next, isPositive: isPositive)
          }
        }
      }
    }
    guard !lines.isEmpty else { return [] }
    return [
      SVGElement(
        "path",
        [
          "class": "layer-gap", "fill": "none", "stroke-width": .number(layerGap),
          "d": .text(lines.joined()),
        ])
    ]
  }

  /// Only as far as both slots are filled: beyond that there is paper already.
  private func stepGap(of series: Int, between index: Int, and next: Int, isPositive: Bool)
    -> String?
  {
    let filled =
      isPositive
      ? 0...min(stacks[index].highest, stacks[next].highest)
      : max(stacks[index].lowest, stacks[next].lowest)...0
    let ends = [index, next].map { slot in
      let outer = layerBounds(of: series, at: slot, isPositive: isPositive).outer
      return y(max(min(outer, filled.upperBound), filled.lowerBound))
    }
    guard abs(ends[0] - ends[1]) > layerGap else { return nil }
    let start = max(ends[0], ends[1]) + (isPositive ? 0 : layerGap)
    let end = min(ends[0], ends[1]) - (isPositive ? layerGap : 0)
    return "M\(svgNumber(x.slotEnd(index))) \(svgNumber(start))V\(svgNumber(end))"
  }
}
