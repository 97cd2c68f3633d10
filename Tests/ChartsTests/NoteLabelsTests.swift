import Testing

@testable import Charts

@Suite struct NoteLabelsTests {
  @Test func `a note stands over the middle of its columns, above the plot`() {
    let notes = NoteLabels([note("no data", 100, 120)], within: 50...500)

    #expect(notes.marks(plotTop: 26) == [text("no data", x: 110, .middle)])
  }

  @Test func `a note at an edge is flush with it`() {
    let notes = NoteLabels([note("left", 40, 52), note("right", 495, 500)], within: 50...500)

    #expect(
      notes.marks(plotTop: 26) == [text("left", x: 50, .start), text("right", x: 500, .end)])
  }

  @Test func `of two notes in one place the more important stays`() {
    let notes = NoteLabels(
      [note("may still change", 200, 220), note("no data", 190, 200)],
      within: 50...500)

    #expect(notes.marks(plotTop: 26) == [text("may still change", x: 210, .middle)])
  }

  @Test func `a bracket spans its columns, even where its note has no room`() {
    let notes = NoteLabels(
      [.init(text: "incomplete", start: 10, end: 20, hasBracket: true)], within: 0...30)

    #expect(
      notes.marks(plotTop: 26) == [
        SVGElement(
          "path", ["class": "bracket", "fill": "none", "d": "M10 22.5V17.5H20V22.5"])
      ])
  }
}

private func note(_ text: String, _ start: Double, _ end: Double) -> NoteLabels.Note {
  NoteLabels.Note(text: text, start: start, end: end, hasBracket: false)
}

private func text(_ text: String, x: Double, _ anchor: TextAnchor) -> SVGElement {
  textMark(text, class: "note-label", x: x, y: 13, anchor: anchor)
}
