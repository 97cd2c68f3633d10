/// A bullet chart laid out in one of its drawings: names left of the bars, on a phone above them.
struct BulletLayout {
  private static let lineHeight = 15.0

  let height: Double
  private let chart: BulletChart
  private let frame: ChartFrame
  private let rows: [BulletChart.Row]
  private let names: [[String]]
  private let texts: [String]
  private let shares: [Double?]
  private let rowHeight: Double
  private let barLeft: Double
  private let marks: BudgetMarks

  init(_ chart: BulletChart, _ frame: ChartFrame) {
    self.chart = chart
    self.frame = frame
    let rows = Array(chart.rows.prefix(BulletChart.maximumRows))
    self.rows = rows
    // Half an amount would be another amount: one too long for the drawing is left out.
    texts = rows.map { TextStyle.plain.width(of: $0.text) <= frame.width / 2 ? $0.text : "" }
    let textWidth = texts.map { TextStyle.plain.width(of: $0) }.max() ?? 0
    let isWide = frame.hasDirectLabels
    let nameWidth = isWide ? 200 : frame.width - textWidth - 8
    names = rows.map { textLines($0.name, width: nameWidth, style: .name, maximumLines: 2) }
    // Equal rows, so that a pointer's place tells the row: as high as the longest name needs.
    let nameHeight = Double(max(names.map(\.count).max() ?? 1, 1)) * Self.lineHeight
    rowHeight = nameHeight + (isWide ? 16 : 32)
    let rowsHeight = max(Double(rows.count) * rowHeight, 31)
    height = chart.rows.count > rows.count ? rowsHeight + 24 : rowsHeight

    shares = rows.map { budgetShare(used: $0.used, budget: $0.budget) }
    let known = shares.compactMap(\.self)
    barLeft = isWide ? 212 : 0
    marks = BudgetMarks(
      lowestShare: min(known.min() ?? 0, 0), highestShare: known.max() ?? 0, startPixel: barLeft,
      endPixel: isWide ? frame.width - textWidth - 14 : frame.width)
  }

  /// Nil for a chart whose rows are not all drawn, and for one without any.
  var readingSlots: ReadingSlots? {
    rows.isEmpty || rows.count < chart.rows.count
      ? nil : ReadingSlots(direction: .y, startPixel: 0, endPixel: height)
  }

  var elements: [SVGElement] {
    guard !rows.isEmpty else {
      return [textMark(chart.notes.empty, class: "note-label", x: 0, y: 20)]
    }
    let leftOut = chart.rows.count - rows.count
    let more =
      leftOut == 0
      ? []
      : [textMark("\(leftOut) \(chart.notes.more)", class: "note-label", x: 0, y: height - 8)]
    return rows.indices.flatMap(elements(of:)) + more
  }

  private func elements(of index: Int) -> [SVGElement] {
    let top = Double(index) * rowHeight
    let frameTop =
      frame.hasDirectLabels
      ? top + (rowHeight - BudgetMarks.frameHeight) / 2
      : top + rowHeight - BudgetMarks.frameHeight - 13
    let lines = names[index]
    let nameTop =
      frame.hasDirectLabels
      ? frameTop + (BudgetMarks.frameHeight - Double(lines.count) * Self.lineHeight) / 2
      : frameTop - 7 - Double(lines.count) * Self.lineHeight
    let name = lines.enumerated().map { line, text in
      textMark(text, class: "label-name", x: 0, y: nameTop + 12 + Double(line) * Self.lineHeight)
    }
    let text = textMark(
      texts[index], class: "label-detail", x: frame.width,
      y: frame.hasDirectLabels ? frameTop + 10 : frameTop - 10, anchor: .end)
    return name + [text] + bar(index, top: frameTop)
  }

  private func bar(_ index: Int, top: Double) -> [SVGElement] {
    guard let share = shares[index] else {
      let hasBudget = rows[index].budget.map(isBudget) ?? false
      return [
        textMark(
          hasBudget ? chart.notes.unknown : chart.notes.noBudget, class: "note-label",
          x: marks.x(0), y: top + 10)
      ]
    }
    return marks.marks(share: share, pace: chart.pace, top: top)
  }
}
