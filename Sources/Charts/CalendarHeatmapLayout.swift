/// A calendar laid out in one of its drawings: names left and counts right of the days, on a phone
/// above them.
struct CalendarHeatmapLayout {
  private static let keyLineHeight = 22.0
  private static let daysWithNumber: Set = [1, 5, 10, 15, 20, 25, 31]

  let height: Double
  private let calendar: CalendarHeatmap
  private let frame: ChartFrame
  private let hatch: Hatch
  private let keyPlaces: [(entry: CalendarHeatmap.KeyEntry, x: Double, y: Double)]
  private let daysTop: Double
  private let daysLeft: Double
  private let rowHeight: Double
  private let slotWidth: Double
  private let cells: DayCells

  init(_ calendar: CalendarHeatmap, _ frame: ChartFrame) {
    self.calendar = calendar
    self.frame = frame
    let isWide = frame.hasDirectLabels
    hatch = Hatch(.open, idPrefix: "\(calendar.idPrefix)-\(frame.name)")
    daysLeft = isWide ? 76 : 0
    slotWidth = isWide ? 16.1 : frame.width / 31
    rowHeight = isWide ? 22 : 38
    cells = DayCells(
      width: slotWidth - (isWide ? 1.5 : 1), height: isWide ? 18 : 14, openHatch: hatch)
    keyPlaces = Self.keyPlaces(of: calendar, width: frame.width)
    let keyBottom = keyPlaces.last.map { $0.y + Self.keyLineHeight + 4 } ?? 0
    daysTop = keyBottom + 20
    height = daysTop + rowHeight * Double(max(calendar.months.count, 1))
  }

  var elements: [SVGElement] {
    guard !calendar.months.isEmpty else {
      return [textMark(calendar.emptyNote, class: "note-label", x: 0, y: 20)]
    }
    let isAnyOpen =
      keyPlaces.contains { $0.entry.state == .open }
      || calendar.months.contains { $0.days.contains(.open) }
    return definitions(of: isAnyOpen ? [hatch] : []) + key + dayNumbers
      + calendar.months.indices.flatMap(row)
  }

  /// Only the states that occur, from left to right in as many lines as they need.
  private static func keyPlaces(of calendar: CalendarHeatmap, width: Double) -> [(
    entry: CalendarHeatmap.KeyEntry, x: Double, y: Double
  )] {
    let occurring = Set(calendar.months.flatMap(\.days))
    var places: [(entry: CalendarHeatmap.KeyEntry, x: Double, y: Double)] = []
    var x = 0.0
    var y = 0.0
    for entry in calendar.key where occurring.contains(entry.state) {
      let entryWidth = 22 + TextStyle.plain.width(of: entry.text)
      if x > 0 && x + entryWidth > width {
        x = 0
        y += keyLineHeight
      }
      places.append((entry, x, y))
      x += entryWidth + 20
    }
    return places
  }

  private var key: [SVGElement] {
    let cells = DayCells(width: 14, height: 14, openHatch: hatch)
    return keyPlaces.flatMap { place in
      cells.marks([DayCells.Cell(x: place.x, y: place.y + 1, state: place.entry.state)])
        + [textMark(place.entry.text, class: "note-label", x: place.x + 22, y: place.y + 12)]
    }
  }

  private var dayNumbers: [SVGElement] {
    let longest = calendar.months.map(\.days.count).max() ?? 0
    return (1...31).filter { $0 <= longest && Self.daysWithNumber.contains($0) }.map { day in
      let half = TextStyle.plain.width(of: String(day)) / 2
      let centre = daysLeft + (Double(day) - 0.5) * slotWidth
      return textMark(
        String(day), class: "axis-label", x: max(min(centre, frame.width - half), half),
        y: daysTop - 6, anchor: .middle)
    }
  }

  private func row(_ index: Int) -> [SVGElement] {
    let month = calendar.months[index]
    let top = daysTop + Double(index) * rowHeight
    let isWide = frame.hasDirectLabels
    let cellTop = isWide ? top : top + 18
    let days = month.days.prefix(31).enumerated().map { day, state in
      DayCells.Cell(x: daysLeft + Double(day) * slotWidth, y: cellTop, state: state)
    }
    return [textMark(month.label, class: "axis-label", x: 0, y: top + 13)] + cells.marks(days) + [
      textMark(
        month.count, class: month.isShort ? "label-name" : "label-detail", x: frame.width,
        y: top + 13, anchor: .end)
    ]
  }
}
