import Testing

@testable import Charts

@Suite struct TickLabelsTests {
  @Test func `of two labels in one place the one with a major tick stays`() {
    let labels = TickLabels(
      [candidate("9", 100), candidate("2 Nov", 110, isMajor: true)], width: 282)

    #expect(labels.marks(firstBaseline: 20) == [label("2 Nov", x: 110, y: 20)])
  }

  @Test func `of two equal labels in one place the earlier stays`() {
    let labels = TickLabels([candidate("Jan", 100), candidate("Feb", 110)], width: 282)

    #expect(labels.marks(firstBaseline: 20) == [label("Jan", x: 100, y: 20)])
  }

  @Test func `a label at the edge moves inside`() {
    let labels = TickLabels([candidate("23", 280)], width: 282)

    #expect(labels.marks(firstBaseline: 20) == [label("23", x: 273.28, y: 20)])
  }

  @Test func `a second line stands 14 px lower`() {
    let labels = TickLabels(
      [.init(lines: ["Jan", "2026"], centre: 50, isMajor: false)], width: 282)

    #expect(
      labels.marks(firstBaseline: 20) == [label("Jan", x: 50, y: 20), label("2026", x: 50, y: 34)])
  }
}

private func candidate(_ text: String, _ centre: Double, isMajor: Bool = false)
  -> TickLabels.Candidate
{
  TickLabels.Candidate(lines: [text], centre: centre, isMajor: isMajor)
}

private func label(_ text: String, x: Double, y: Double) -> SVGElement {
  textMark(text, class: "axis-label", x: x, y: y, anchor: .middle)
}
