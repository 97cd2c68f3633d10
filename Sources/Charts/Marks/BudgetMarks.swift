/// Use against a budget, on a scale of shares of the budget: its frame, the use as a thin bar inside,
/// and a tick where even spending would stand.
///
/// Use beyond the budget leaves the frame as high as the frame is, so that it is seen by its shape.
struct BudgetMarks {
  /// Of the frame; the tick is 2 px longer on both sides.
  static let frameHeight = 12.0
  /// However far beyond the budget, the bar is drawn up to here and ends in a point.
  static let longestShare = 2.0
  private static let barHeight = 6.0
  /// However little beyond the budget, and for a point.
  private static let shortestOverrun = 4.0

  /// Shares of the budget to pixels.
  let x: LinearScale
  private let startPixel: Double
  private let endPixel: Double

  /// - Parameters:
  ///   - lowestShare: The smallest share of all that stand on this scale, below zero where credits exceed
  ///     the use; at most a whole budget below zero has room.
  ///   - highestShare: The largest; at most ``longestShare`` has room.
  init(
    lowestShare lowest: Double, highestShare highest: Double, startPixel: Double, endPixel: Double
  ) {
    self.startPixel = startPixel
    self.endPixel = endPixel
    let isOver = highest > 1
    let longest = isOver ? min(highest, Self.longestShare) : 1
    let scale = barScale(
      from: max(lowest, -1), to: longest, startPixel: startPixel, endPixel: endPixel)
    // The frame leaves room for an overrun that can be seen.
    let frameEnd = isOver ? min(scale(1), endPixel - Self.shortestOverrun) : endPixel
    x = LinearScale(from: 0, 1, toPixels: scale(0), frameEnd)
  }

  /// - Parameters:
  ///   - share: Of the budget; infinite for use without any budget to use.
  ///   - top: Of the frame.
  func marks(share: Double, pace: Double?, top: Double) -> [SVGElement] {
    bar(share: share, top: top)
      // Half a pixel inside, where its line covers whole pixels.
      + [
        SVGElement(
          "rect",
          [
            "class": "budget-frame", "fill": "none", "x": .number(x(0) + 0.5),
            "y": .number(top + 0.5), "width": .number(x(1) - x(0) - 1),
            "height": .number(Self.frameHeight - 1),
          ])
      ] + tick(pace: pace, top: top)
  }

  private func bar(share: Double, top: Double) -> [SVGElement] {
    let inside = barExtent(min(share, 1), x: x, within: startPixel...x(1))
    let used = rectanglePath(
      x: inside.lowerBound, y: top + (Self.frameHeight - Self.barHeight) / 2,
      width: inside.upperBound - inside.lowerBound, height: Self.barHeight)
    let over = share > 1 ? overrun(share: share, top: top) : ""
    return [
      SVGElement(
        "path", ["class": share < 0 ? "before-mark" : "now-mark", "d": .text(used + over)])
    ]
  }

  private func overrun(share: Double, top: Double) -> String {
    let start = x(1)
    let isBeyond = share > Self.longestShare
    let end = isBeyond ? endPixel : min(max(x(share), start + 3), endPixel)
    guard isBeyond else {
      return rectanglePath(x: start, y: top, width: end - start, height: Self.frameHeight)
    }
    let (left, neck) = (svgNumber(start), svgNumber(end - 4))
    let (upper, lower) = (svgNumber(top), svgNumber(top + Self.frameHeight))
    let tip = "\(svgNumber(end)) \(svgNumber(top + Self.frameHeight / 2))"
    return "M\(left) \(upper)H\(neck)L\(tip)L\(neck) \(lower)H\(left)z"
  }

  private func tick(pace: Double?, top: Double) -> [SVGElement] {
    guard let pace, pace >= 0, pace <= 1 else { return [] }
    return [
      verticalLine(
        class: "pace-tick", x: (x(0) + pace * (x(1) - x(0))).rounded(.down) + 0.5, from: top - 2,
        to: top + Self.frameHeight + 2)
    ]
  }
}

/// Used ÷ budget: infinite for any use of a budget of zero.
///
/// - Returns: Nil where the use is not known, and without a budget: none was set, or it is below zero.
func budgetShare(used: Double?, budget: Double?) -> Double? {
  guard let used, used.isFinite, let budget, isBudget(budget) else { return nil }
  guard budget > 0 else { return used > 0 ? .infinity : used < 0 ? -.infinity : 0 }
  return used / budget
}

/// Zero is a budget: it forbids all use.
func isBudget(_ budget: Double) -> Bool { budget.isFinite && budget >= 0 }
