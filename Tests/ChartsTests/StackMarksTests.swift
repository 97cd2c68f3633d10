import Testing

@testable import Charts

@Suite struct StackMarksTests {
  @Test func `paper is left between segments, at the end nearer to zero`() {
    #expect(
      groups([[40, 30]]) == [
        colouredGroup(.first, [rectangle(y: 60, height: 40)]),
        colouredGroup(.second, [rectangle(y: 30, height: 28.5)]),
      ])
  }

  @Test func `a segment thinner than its gap is still drawn, and ends where its number is`() {
    #expect(
      groups([[40, 1]]).last == colouredGroup(.second, [rectangle(y: 59, height: 0.5)]))
  }

  @Test func `a column too small to be seen is a mark in the colour of its largest part`() {
    #expect(
      groups([[0.1, 0.2]]) == [colouredGroup(.second, [rectangle(y: 98.5, height: 1.5)])])
  }

  @Test func `a measured zero is a neutral mark on the baseline`() {
    #expect(groups([[0, nil]]) == [colouredGroup(nil, [rectangle(y: 98.5, height: 1.5)])])
  }

  @Test func `nothing measured draws nothing`() {
    #expect(groups([[nil, nil]]) == [])
  }
}

/// Drawn with a pixel for each unit, zero at 100, in columns of 10 px.
private func groups(_ columns: [[Double?]]) -> [SVGElement] {
  let marks = StackMarks(
    columns: columns.map(StackedColumn.init),
    x: SlotScale(slots: columns.count, fromPixel: 0, to: 20, columnShare: 0.5),
    y: LinearScale(from: 0, 100, toPixels: 100, 0), segmentGap: 1.5)
  return marks.groups(colours: [.first, .second])
}

private func rectangle(y: Double, height: Double) -> SVGRectangle {
  SVGRectangle(x: 5, y: y, width: 10, height: height)
}
