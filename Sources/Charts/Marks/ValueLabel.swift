/// A number beside the dot it belongs to, on the side where it covers the least of the lines.
struct ValueLabel {
  private struct Place {
    let text: String
    let x: Double
    let baseline: Double
    let anchor: TextAnchor
    let width: Double

    var left: Double { anchor == .end ? x - width : x }

    /// How many pixels of lines the text would lie on.
    func covered(_ lines: [[Point]]) -> Int {
      lines.reduce(0) { $0 + covered($1) }
    }

    private func covered(_ line: [Point]) -> Int {
      zip(line, line.dropFirst()).reduce(0) { sum, piece in
        let (start, end) = piece
        let from = max(start.x, left - ValueLabel.clearance)
        let to = min(end.x, left + width + ValueLabel.clearance)
        guard from <= to, end.x > start.x else { return sum }
        let pixels = stride(from: from, through: to, by: 1).filter { x in
          let y = start.y + (end.y - start.y) * ((x - start.x) / (end.x - start.x))
          return (baseline - ValueLabel.ascent...baseline + ValueLabel.descent).contains(y)
        }
        return sum + pixels.count
      }
    }
  }

  private static let ascent = 12.0
  private static let descent = 4.0
  private static let clearance = 2.0

  private let place: Place?

  /// - Parameters:
  ///   - texts: The better first. One that covers less is better still; none is shown where none has
  ///     room.
  ///   - lines: Points from left to right.
  ///   - x: What the text must not leave, and `y`.
  init(
    _ texts: [String], at dot: Point, around lines: [[Point]], x: ClosedRange<Double>,
    y: ClosedRange<Double>
  ) {
    let places = texts.filter { !$0.isEmpty }.flatMap { text in
      Self.places(of: text, at: dot).filter { place in
        place.left >= x.lowerBound && place.left + place.width <= x.upperBound
          && place.baseline - Self.ascent >= y.lowerBound
          && place.baseline + Self.descent <= y.upperBound
      }
    }
    // Of equals the first.
    place =
      places.enumerated().map { (place: $1, covered: $1.covered(lines), offset: $0) }
      .min { ($0.covered, $0.offset) < ($1.covered, $1.offset) }?.place
  }

  var marks: [SVGElement] {
    place.map {
      [textMark($0.text, class: "value-label", x: $0.x, y: $0.baseline, anchor: $0.anchor)]
    } ?? []
  }

  /// The better first: above a rising line there is room at the left, below it at the right.
  private static func places(of text: String, at dot: Point) -> [Place] {
    let width = TextStyle.name.width(of: text)
    let above = dot.y - 10
    let below = dot.y + 20
    let sides: [(x: Double, baseline: Double, anchor: TextAnchor)] = [
      (dot.x - 4, above, .end), (dot.x + 8, below, .start), (dot.x + 4, above, .start),
      (dot.x - 4, below, .end), (dot.x + 4, above - 16, .start), (dot.x - 4, above - 16, .end),
    ]
    return sides.map {
      Place(text: text, x: $0.x, baseline: $0.baseline, anchor: $0.anchor, width: width)
    }
  }
}
