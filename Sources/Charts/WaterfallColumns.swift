/// A waterfall with its steps from left to right.
struct WaterfallColumns {
  private static let lineHeight = 14.0
  /// Between the texts of neighbours. The widths reserved are those of the widest font.
  private static let textGap = 2.0

  private let bars: [Waterfall.Bar]
  private let texts: [String]
  private let labels: [[String]]
  private let frame: ChartFrame
  private let slotWidth: Double
  private let columnWidth: Double
  private let y: LinearScale
  private let isComplete: Bool

  /// Nil where a text has no room in its slot.
  init?(_ waterfall: Waterfall, _ frame: ChartFrame, unknownNote: String) {
    let slotWidth = frame.width / Double(waterfall.bars.count)
    let room = slotWidth - Self.textGap
    let texts = waterfall.bars.map { $0.meaning == .unknown ? unknownNote : $0.entry.text }
    let areTextsFitting = texts.allSatisfy { amountWidth(of: $0) <= room }
    let areLabelsFitting = waterfall.bars.allSatisfy { fits($0.entry.label, width: room) }
    guard areTextsFitting && areLabelsFitting else { return nil }

    bars = waterfall.bars
    self.texts = texts
    labels = bars.map {
      textLines($0.entry.label, width: room, style: .plain, maximumLines: 2)
    }
    self.frame = frame
    self.slotWidth = slotWidth
    columnWidth = min(slotWidth * frame.columnShare, 76)
    let extent = waterfall.extent
    y = LinearScale(
      from: extent.lowerBound,
      extent.upperBound > extent.lowerBound ? extent.upperBound : extent.lowerBound + 1,
      toPixels: frame.plotBottom, frame.above)
    isComplete = waterfall.isComplete
  }

  var readingSlots: ReadingSlots? {
    isComplete ? ReadingSlots(direction: .x, startPixel: 0, endPixel: frame.width) : nil
  }

  var elements: [SVGElement] {
    let marks = bars.indices.filter { bars[$0].meaning != .unknown }.map { index in
      let mark = rectangle(index)
      return SVGElement(
        "rect",
        [
          "class": .text(waterfallClass(of: bars[index].meaning)),
          "x": .number(mark.x), "y": .number(mark.y),
          "width": .number(mark.width), "height": .number(mark.height),
        ])
    }
    return connectors + marks
      + [horizontalLine(class: "baseline", from: 0, to: frame.width, y: y(0))]
      + bars.indices.map(amount) + bars.indices.flatMap(name)
  }

  private func centre(_ index: Int) -> Double { (Double(index) + 0.5) * slotWidth }

  private func rectangle(_ index: Int) -> SVGRectangle {
    let (start, end) = (y(bars[index].start), y(bars[index].end))
    let height = max(abs(end - start), smallestMark)
    // A thin mark lies inside the plot, at the side it goes to.
    let top = end > start ? start : start - height
    return SVGRectangle(
      x: centre(index) - columnWidth / 2, y: top, width: columnWidth, height: height)
  }

  /// The running total, from column to column.
  private var connectors: [SVGElement] {
    bars.indices.dropLast().map { index in
      horizontalLine(
        class: "connector", from: centre(index) + columnWidth / 2,
        to: centre(index + 1) - columnWidth / 2, y: y(bars[index].end))
    }
  }

  private func amount(_ index: Int) -> SVGElement {
    let isUnknown = bars[index].meaning == .unknown
    return textMark(
      texts[index], class: isUnknown ? "note-label" : "amount-label", x: centre(index),
      y: (isUnknown ? y(bars[index].end) : rectangle(index).y) - 7, anchor: .middle)
  }

  private func name(_ index: Int) -> [SVGElement] {
    labels[index].enumerated().map { line, text in
      textMark(
        text, class: "axis-label", x: centre(index),
        y: frame.plotBottom + 18 + Double(line) * Self.lineHeight, anchor: .middle)
    }
  }
}

/// Whether `label` stands in two lines without a broken word.
private func fits(_ label: String, width: Double) -> Bool {
  label.split(separator: " ").allSatisfy { TextStyle.plain.width(of: String($0)) <= width }
    && textLines(label, width: width, style: .plain, maximumLines: 3).count <= 2
}

/// Of an amount in 12 px, weight 600.
func amountWidth(of text: String) -> Double {
  TextStyle.name.width(of: text) * TextStyle.plain.pixels / TextStyle.name.pixels
}

/// Ends are drawn like every total, more in ink, less lighter. No change at all is not more.
func waterfallClass(of meaning: Waterfall.Meaning) -> String {
  switch meaning {
  case .end, .unknown: "bar-mark"
  case .more: "now-mark"
  case .less: "before-mark"
  }
}
