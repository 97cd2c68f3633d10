/// What stands around the slots of a plot over time: their names and weekends under it, the words
/// over those that are not settled, and the hatch of those without data.
struct SlotAxis {
  /// Where in its slot the mark of a column stands, and with it the column's name.
  enum MarkPlace {
    case centre
    /// A running total is that of the end of its day.
    case end
  }

  let columns: [StackedColumnChart.Column]
  let notes: StackedColumnChart.Notes
  let x: SlotScale
  let frame: ChartFrame
  let plotRight: Double
  var markPlace = MarkPlace.centre

  func markPixel(_ index: Int) -> Double {
    markPlace == .centre ? x.centre(index) : x.slotEnd(index)
  }

  /// The whole slot, from under the words to the bottom.
  func gapStrips(_ hatch: Hatch) -> [SVGElement] {
    let top = frame.above - 8
    return columnRuns { $0.state == .missing }.map { run in
      hatch.rectangle(
        class: "gap-hatch", x: x.slotStart(run.lowerBound), y: top,
        width: x.slotEnd(run.upperBound) - x.slotStart(run.lowerBound),
        height: frame.plotBottom - top)
    }
  }

  /// 3 px high, 3 px under the line the columns end on.
  var weekendStrips: [SVGElement] {
    let strips = columnRuns(where: \.isWeekend).map { run in
      SVGRectangle(
        x: x.slotStart(run.lowerBound), y: frame.plotBottom + 4,
        width: x.slotEnd(run.upperBound) - x.slotStart(run.lowerBound), height: 3)
    }
    return strips.isEmpty ? [] : [SVGElement("g", ["class": "weekend"], .rectangles(strips))]
  }

  var tickMarks: [SVGElement] {
    columns.indices.filter { columns[$0].isMajorTick }.map { index in
      verticalLine(
        class: "tick", x: markPixel(index), from: frame.plotBottom + 1, to: frame.plotBottom + 7)
    }
  }

  var tickLabels: [SVGElement] {
    let candidates = columns.indices.compactMap { index in
      columns[index].label.map { label in
        TickLabels.Candidate(
          lines: label.split(separator: "\n").map(String.init), centre: markPixel(index),
          isMajor: columns[index].isMajorTick)
      }
    }
    let hasMajorTicks = columns.contains(where: \.isMajorTick)
    return TickLabels(candidates, width: frame.width)
      .marks(firstBaseline: frame.plotBottom + (hasMajorTicks ? 22 : 18))
  }

  /// - Parameters:
  ///   - topLabelEnd: The number of the highest line stands beside the words.
  ///   - isEmpty: Nothing is drawn and no column says so.
  func noteLabels(rightOf topLabelEnd: Double, isEmpty: Bool) -> [SVGElement] {
    func notes(_ text: String, _ state: StackedColumnChart.Column.State) -> [NoteLabels.Note] {
      columnRuns { $0.state == state }.map { run in
        NoteLabels.Note(
          text: text, start: x.columnStart(run.lowerBound), end: x.columnEnd(run.upperBound),
          hasBracket: state != .missing)
      }
    }
    let nothing = NoteLabels.Note(
      text: self.notes.missing, start: x.startPixel, end: plotRight, hasBracket: false)
    return NoteLabels(
      notes(self.notes.mayChange, .mayChange) + notes(self.notes.partial, .partial)
        + notes(self.notes.missing, .missing) + (isEmpty ? [nothing] : []),
      within: min(topLabelEnd + 8, plotRight)...plotRight
    ).marks(plotTop: frame.above)
  }

  private func columnRuns(where isPart: (StackedColumnChart.Column) -> Bool) -> [ClosedRange<Int>] {
    runs(in: columns.indices) { isPart(columns[$0]) }
  }
}
