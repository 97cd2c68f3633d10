/// The cells of a calendar in their states. Shape tells the states apart, then colour: full, hatched,
/// half full in a frame, crossed, an empty frame.
struct DayCells {
  struct Cell: Hashable {
    let x: Double
    let y: Double
    let state: CalendarHeatmap.DayState
  }

  let width: Double
  let height: Double
  let openHatch: Hatch

  /// One path per kind of mark: a calendar has hundreds of cells.
  func marks(_ cells: [Cell]) -> [SVGElement] {
    let partial = cells.filter { $0.state == .partial }
    let missing = cells.filter { $0.state == .missing }
    let framed = cells.filter { $0.state == .none }
    let full = cells.filter { $0.state == .received || $0.state == .open }
    return path(class: "cell-received", full.map(outline) + partial.map(lowerHalf))
      + path(class: "cell-partial", partial.map(frame), isFilled: false)
      + path(class: "cell-none", framed.map(frame), isFilled: false)
      + path(class: "cell-missing", missing.map(outline))
      + path(class: "cell-cross", missing.map(cross), isFilled: false)
      + cells.filter { $0.state == .open }.map {
        openHatch.rectangle(
          class: "cell-open", x: $0.x + 0.5, y: $0.y + 0.5, width: width - 1, height: height - 1)
      }
  }

  private func path(class className: String, _ parts: [String], isFilled: Bool = true)
    -> [SVGElement]
  {
    guard !parts.isEmpty else { return [] }
    let d = SVGValue.text(parts.joined())
    return [
      isFilled
        ? SVGElement("path", ["class": .text(className), "d": d])
        : SVGElement("path", ["class": .text(className), "fill": "none", "d": d])
    ]
  }

  private func outline(_ cell: Cell) -> String {
    rectanglePath(x: cell.x, y: cell.y, width: width, height: height)
  }

  /// Half a pixel inside, where its line covers whole pixels.
  private func frame(_ cell: Cell) -> String {
    rectanglePath(x: cell.x + 0.5, y: cell.y + 0.5, width: width - 1, height: height - 1)
  }

  private func lowerHalf(_ cell: Cell) -> String {
    rectanglePath(x: cell.x, y: cell.y + height / 2, width: width, height: height / 2)
  }

  private func cross(_ cell: Cell) -> String {
    let centreX = cell.x + width / 2
    let centreY = cell.y + height / 2
    let (left, right) = (svgNumber(centreX - 2.5), svgNumber(centreX + 2.5))
    let (top, bottom) = (svgNumber(centreY - 2.5), svgNumber(centreY + 2.5))
    return "M\(left) \(top)L\(right) \(bottom)M\(right) \(top)L\(left) \(bottom)"
  }
}
