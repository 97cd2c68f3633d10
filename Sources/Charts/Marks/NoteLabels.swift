/// Short notes above a plot, each over the columns it is about. Two never overlap: the earlier in the
/// list stays.
struct NoteLabels {
  struct Note: Hashable {
    let text: String
    /// The columns it is about, in pixels.
    let start: Double
    let end: Double
    let hasBracket: Bool
  }

  private static let gap = 6.0

  private let notes: [Note]
  private let places: [Place]

  private struct Place {
    let text: String
    let start: Double
    let end: Double
    let anchor: TextAnchor

    /// Centred over its columns where there is room, else flush with the edge it would cross.
    init(_ note: Note, within bounds: ClosedRange<Double>) {
      let width = TextStyle.plain.width(of: note.text)
      let centre = (note.start + note.end) / 2
      text = note.text
      if centre + width / 2 > bounds.upperBound {
        (start, end, anchor) = (bounds.upperBound - width, bounds.upperBound, .end)
      } else if centre - width / 2 < bounds.lowerBound {
        (start, end, anchor) = (bounds.lowerBound, bounds.lowerBound + width, .start)
      } else {
        (start, end, anchor) = (centre - width / 2, centre + width / 2, .middle)
      }
    }

    var x: Double {
      switch anchor {
      case .start: start
      case .middle: (start + end) / 2
      case .end: end
      }
    }
  }

  /// - Parameters:
  ///   - notes: The more important first.
  ///   - bounds: The pixels that are free for text.
  init(_ notes: [Note], within bounds: ClosedRange<Double>) {
    self.notes = notes
    var places: [Place] = []
    for place in notes.map({ Place($0, within: bounds) }) {
      let isFree = places.allSatisfy {
        $0.end + Self.gap <= place.start || place.end + Self.gap <= $0.start
      }
      if isFree && place.start >= bounds.lowerBound { places.append(place) }
    }
    self.places = places.sorted { $0.start < $1.start }
  }

  /// - Parameter plotTop: The notes stand above it, where no column can reach.
  func marks(plotTop: Double) -> [SVGElement] {
    let brackets = notes.filter(\.hasBracket).map { note in
      let foot = svgNumber(plotTop - 3.5)
      let beam = svgNumber(plotTop - 8.5)
      return SVGElement(
        "path",
        [
          "class": "bracket", "fill": "none",
          "d": "M\(svgNumber(note.start)) \(foot)V\(beam)H\(svgNumber(note.end))V\(foot)",
        ])
    }
    let texts = places.map { place in
      textMark(place.text, class: "note-label", x: place.x, y: plotTop - 13, anchor: place.anchor)
    }
    return brackets + texts
  }
}
