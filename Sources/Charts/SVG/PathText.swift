/// The commands of a path, written one after the other.
package struct PathText: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func move(to point: Point) { write("M", point) }

  mutating func line(to point: Point) { write("L", point) }

  mutating func vertical(to y: Double) {
    bytes.append(UInt8(ascii: "V"))
    appendSVGNumber(y, to: &bytes)
  }

  mutating func close() {
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Straight lines from each point to the next. No curve: between two days nothing was measured.
  mutating func polyline(_ points: some Sequence<Point>) {
    var isFirst = true
    for point in points {
      if isFirst { move(to: point) } else { line(to: point) }
      isFirst = false
    }
  }

  private mutating func write(_ command: Unicode.Scalar, _ point: Point) {
    bytes.append(UInt8(ascii: command))
    appendSVGNumber(point.x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    appendSVGNumber(point.y, to: &bytes)
  }
}
