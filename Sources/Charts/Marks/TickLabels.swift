/// The names of columns under a plot, without overlaps: a name under a major tick stays in favour
/// of one that has none, an earlier one in favour of a later one.
struct TickLabels {
  struct Candidate: Hashable {
    let lines: [String]
    let centre: Double
    let isMajor: Bool
  }

  private struct Place {
    let candidate: Candidate
    let centre: Double
    let start: Double
    let end: Double
  }

  private static let gap = 4.0
  /// Left free at both sides of the drawing: widths of text are estimates.
  private static let edge = 2.0
  private static let lineHeight = 14.0

  private let places: [Place]

  /// - Parameter width: Of the drawing, which no label may leave.
  init(_ candidates: [Candidate], width: Double) {
    var places: [Place] = []
    for candidate in candidates.filter(\.isMajor) + candidates.filter({ !$0.isMajor }) {
      let half = (candidate.lines.map { TextStyle.plain.width(of: $0) }.max() ?? 0) / 2
      let centre = max(min(candidate.centre, width - half - Self.edge), half + Self.edge)
      let place = Place(
        candidate: candidate, centre: centre, start: centre - half, end: centre + half)
      let isFree = places.allSatisfy {
        $0.end + Self.gap <= place.start || place.end + Self.gap <= $0.start
      }
      if isFree { places.append(place) }
    }
    self.places = places.sorted { $0.start < $1.start }
  }

  func marks(firstBaseline: Double) -> [SVGElement] {
    places.flatMap { place in
      place.candidate.lines.enumerated().map { index, line in
        textMark(
          line, class: "axis-label", x: place.centre,
          y: firstBaseline + Double(index) * Self.lineHeight, anchor: .middle)
      }
    }
  }
}
