/// A place in a drawing, in pixels.
struct Point: Hashable, Sendable {
  let x: Double
  let y: Double
}

/// Straight lines from each point to the next.
func polylinePath(_ points: [Point]) -> PathText {
  var path = PathText()
  path.polyline(points)
  return path
}
