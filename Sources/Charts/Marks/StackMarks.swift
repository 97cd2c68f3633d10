/// The columns of a stack as rectangles, one group per series.
struct StackMarks {
  let columns: [StackedColumn]
  let x: SlotScale
  let y: LinearScale
  /// Of paper, between two segments, in pixels.
  let segmentGap: Double

  /// The groups in the order of the series, after them the marks of measured zeros.
  func groups(colours: [SeriesColour?]) -> [SVGElement] {
    var rectangles = [[SVGRectangle]](repeating: [], count: colours.count)
    var zeros: [SVGRectangle] = []
    for (index, column) in columns.enumerated() {
      if column.isMeasuredZero {
        zeros.append(smallestRectangle(index, isNegative: false))
      } else if let largest = largestSegment(of: column), isInvisible(column) {
        rectangles[largest.seriesIndex].append(
          smallestRectangle(index, isNegative: largest.end < 0))
      } else {
        for segment in column.segments where !segment.isEmpty {
          rectangles[segment.seriesIndex].append(rectangle(index, segment))
        }
      }
    }
    let groups = zip(colours, rectangles).compactMap { colour, rectangles in
      rectangles.isEmpty ? nil : colouredGroup(colour, rectangles)
    }
    return zeros.isEmpty ? groups : groups + [colouredGroup(nil, zeros)]
  }

  /// The segment without the gap, which lies at the end nearer to zero: the far end is the number.
  private func rectangle(_ index: Int, _ segment: StackedColumn.Segment) -> SVGRectangle {
    let startPixel = y(segment.start)
    let endPixel = y(segment.end)
    let extent = abs(endPixel - startPixel)
    // A segment thinner than its gap is drawn without it rather than not at all.
    let height = segment.start == 0 ? extent : max(extent - segmentGap, min(extent, 0.5))
    return SVGRectangle(
      x: x.columnStart(index), y: endPixel < startPixel ? endPixel : endPixel - height,
      width: x.columnWidth, height: height)
  }

  private func smallestRectangle(_ index: Int, isNegative: Bool) -> SVGRectangle {
    SVGRectangle(
      x: x.columnStart(index), y: isNegative ? y(0) : y(0) - smallestMark, width: x.columnWidth,
      height: smallestMark)
  }

  private func isInvisible(_ column: StackedColumn) -> Bool {
    y(column.lowest) - y(column.highest) < smallestMark
  }

  private func largestSegment(of column: StackedColumn) -> StackedColumn.Segment? {
    column.segments.max { abs($0.end - $0.start) < abs($1.end - $1.start) }
  }
}
