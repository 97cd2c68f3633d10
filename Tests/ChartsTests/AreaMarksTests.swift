import Testing

@testable import Charts

@Suite struct AreaMarksTests {
  @Test func `a straight layer runs from the middle of a slot to that of the next`() {
    #expect(paths([[40], [60]], .straight) == ["M5 60L15 40L15 100L5 100Z"])
  }

  @Test func `a stepped layer is level over each slot`() {
    #expect(
      paths([[40], [60]], .stepped)
        == ["M0 60L10 60L10 40L20 40L20 100L10 100L10 100L0 100Z"])
  }

  @Test func `paper is left between layers, at the edge nearer to zero`() {
    #expect(
      paths([[40, 30], [60, 1]], .straight)
        == ["M5 60L15 40L15 100L5 100Z", "M5 30L15 39L15 39.5L5 58.5Z"])
  }

  @Test func `a gap breaks the layer, and a slot alone has no area`() {
    #expect(
      paths([[40], [60], [nil], [20], [nil], [10], [10]], .straight)
        == ["M5 60L15 40L15 100L5 100ZM55 90L65 90L65 100L55 100Z"])
    #expect(paths([[40]], .straight) == [])
  }

  @Test func `a series that changes its sign has an area on either side of zero`() {
    #expect(
      paths([[40], [-20]], .straight) == ["M5 60L15 100L15 100L5 100ZM5 100L15 120L15 100L5 100Z"])
  }

  @Test func `a straight edge belongs to both of its slots`() {
    let marks = areas([[40], [60], [50], [30]], .straight)

    #expect(
      marks.outlines(in: 0...3, where: { $0 == 3 }).map(text) == ["M25 50L35 70L35 100L25 100Z"])
  }

  @Test func `a stepped edge belongs to its slot`() {
    let marks = areas([[40], [60], [50], [30]], .stepped)

    #expect(
      marks.outlines(in: 0...3, where: { $0 == 3 }).map(text) == ["M30 70L40 70L40 100L30 100Z"])
  }

  @Test func `paper parts two colours that touch side by side`() {
    #expect(gaps([[40, 30], [60, 30]], .stepped) == "M10 60V38.5")
    #expect(gaps([[40, 30], [60, 30]], .straight) == nil)
  }
}

/// Drawn with a pixel for each unit, zero at 100, in slots of 10 px.
private func areas(_ columns: [[Double?]], _ edge: StackedAreaChart.Edge) -> AreaMarks {
  AreaMarks(
    stacks: columns.map(StackedColumn.init), seriesCount: 2, edge: edge,
    x: SlotScale(
      slots: columns.count, fromPixel: 0, to: Double(columns.count) * 10, columnShare: 0.5),
    y: LinearScale(from: 0, 100, toPixels: 100, 0), layerGap: 1.5)
}

private func paths(_ columns: [[Double?]], _ edge: StackedAreaChart.Edge) -> [String] {
  areas(columns, edge).marks(colours: [.first, .second]).compactMap(path)
}

private func gaps(_ columns: [[Double?]], _ edge: StackedAreaChart.Edge) -> String? {
  areas(columns, edge).stepGaps(seriesCount: 2).first.flatMap(path)
}

private func path(_ element: SVGElement) -> String? {
  element.attributes.first { $0.name == "d" }.flatMap {
    if case .path(let d) = $0.value { text(d) } else { nil }
  }
}

private func text(_ path: PathText) -> String { String(decoding: path.bytes, as: UTF8.self) }
