/// A place in a drawing, in pixels.
struct Point: Hashable, Sendable {
  let x: Double
  let y: Double
}

/// Straight lines from each point to the next. No curve: between two days nothing was measured.
func polylinePath(_ points: [Point]) -> String {
  points.enumerated().map { index, point in
    "\(index == 0 ? "M" : "L")\(svgNumber(point.x)) \(svgNumber(point.y))"
  }.joined()
}
