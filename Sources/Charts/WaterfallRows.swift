/// A waterfall with its steps from top to bottom: names left of the bars, on a phone above them.
struct WaterfallRows {
  private static let barHeight = 12.0
  private static let lineHeight = 15.0

  let height: Double
  private let bars: [Waterfall.Bar]
  private let texts: [String]
  private let names: [[String]]
  private let frame: ChartFrame
  private let rowHeight: Double
  private let x: LinearScale
  private let isComplete: Bool

  init(_ waterfall: Waterfall, _ frame: ChartFrame, unknownNote: String) {
    bars = waterfall.bars
    // Half an amount would be another amount: one too long for the drawing is left out.
    texts = bars.map { bar in
      let text = bar.meaning == .unknown ? unknownNote : bar.entry.text
      return amountWidth(of: text) <= frame.width / 2 ? text : ""
    }
    self.frame = frame
    isComplete = waterfall.isComplete
    let amountsWidth = texts.map(amountWidth(of:)).max() ?? 0
    let nameWidth = frame.hasDirectLabels ? 200 : frame.width
    names = bars.map {
      textLines($0.entry.label, width: nameWidth, style: .name, maximumLines: 2)
    }
    let nameHeight = Double(max(names.map(\.count).max() ?? 1, 1)) * Self.lineHeight
    rowHeight = nameHeight + (frame.hasDirectLabels ? 16 : 29)
    height = rowHeight * Double(bars.count)
    let extent = waterfall.extent
    x = barScale(
      from: extent.lowerBound, to: extent.upperBound,
      startPixel: frame.hasDirectLabels ? 212 : 0,
      endPixel: frame.width - amountsWidth - 12)
  }

  var readingSlots: ReadingSlots? {
    isComplete ? ReadingSlots(direction: .y, startPixel: 0, endPixel: height) : nil
  }

  var elements: [SVGElement] {
    connectors + bars.indices.flatMap(mark) + zeroLines
      + bars.indices.flatMap(name) + bars.indices.map(amount)
  }

  private func barTop(_ index: Int) -> Double {
    let top = Double(index) * rowHeight
    return frame.hasDirectLabels
      ? top + (rowHeight - Self.barHeight) / 2 : top + rowHeight - Self.barHeight - 12
  }

  private func mark(_ index: Int) -> [SVGElement] {
    let bar = bars[index]
    guard bar.meaning != .unknown else { return [] }
    let (start, end) = (x(bar.start), x(bar.end))
    let width = max(abs(end - start), smallestMark)
    return [
      SVGElement(
        "rect",
        [
          "class": .text(waterfallClass(of: bar.meaning)),
          "x": .number(max(end < start ? start - width : start, x.startPixel)),
          "y": .number(barTop(index)), "width": .number(width), "height": .number(Self.barHeight),
        ])
    ]
  }

  /// The running total, from bar to bar. It does not run through a text.
  private var connectors: [SVGElement] {
    bars.indices.dropLast().map { index in
      let pixel = x(bars[index].end)
      let bottom = barTop(index) + Self.barHeight
      return verticalLine(
        class: "connector", x: pixel, from: bottom,
        to: isFree(pixel, above: index + 1) ? barTop(index + 1) : bottom + 6)
    }
  }

  private func isFree(_ pixel: Double, above index: Int) -> Bool {
    guard !frame.hasDirectLabels else { return true }
    let nameEnd = names[index].map { TextStyle.name.width(of: $0) }.max() ?? 0
    return pixel > nameEnd + 2
  }

  /// Names above the bars interrupt it; where nothing lies below zero, the text edge stands for it.
  private var zeroLines: [SVGElement] {
    guard !frame.hasDirectLabels else {
      return [verticalLine(class: "baseline", x: x(0), from: 0, to: height)]
    }
    guard x.lowest < 0 else { return [] }
    return bars.indices.map { index in
      verticalLine(
        class: "baseline", x: x(0), from: barTop(index), to: barTop(index) + Self.barHeight)
    }
  }

  private func name(_ index: Int) -> [SVGElement] {
    let lines = names[index]
    let top =
      frame.hasDirectLabels
      ? barTop(index) + (Self.barHeight - Double(lines.count) * Self.lineHeight) / 2
      : barTop(index) - 5 - Double(lines.count) * Self.lineHeight
    return lines.enumerated().map { line, text in
      textMark(text, class: "label-name", x: 0, y: top + 12 + Double(line) * Self.lineHeight)
    }
  }

  private func amount(_ index: Int) -> SVGElement {
    textMark(
      texts[index], class: bars[index].meaning == .unknown ? "note-label" : "amount-label",
      x: frame.width, y: barTop(index) + 10, anchor: .end)
  }
}
