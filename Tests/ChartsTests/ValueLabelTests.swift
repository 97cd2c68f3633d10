import Testing

@testable import Charts

@Suite struct ValueLabelTests {
  private let dot = Point(x: 300, y: 150)

  @Test func `above a rising line the value stands at its left`() {
    let rising = [Point(x: 50, y: 270), dot]

    #expect(marks(["€40,475"], [rising]) == [text("€40,475", x: 296, y: 140, anchor: .end)])
  }

  @Test func `where another line runs above, the value stands below at the right`() {
    let rising = [Point(x: 50, y: 270), dot]
    let higher = [Point(x: 50, y: 240), Point(x: 500, y: 60)]

    #expect(marks(["€40,475"], [rising, higher]) == [text("€40,475", x: 308, y: 170)])
  }

  @Test func `a shorter text that covers less is better`() {
    let atLeft = [120.0, 140, 165].map { [Point(x: 50, y: $0), Point(x: 200, y: $0)] }
    let atRight = [120.0, 140, 165].map { [Point(x: 310, y: $0), Point(x: 514, y: $0)] }

    #expect(
      marks(["€40,475 to 22 November", "€40,475"], atLeft + atRight)
        == [text("€40,475", x: 296, y: 140, anchor: .end)])
  }

  @Test func `a text without room is left out`() {
    #expect(marks([String(repeating: "x", count: 100)], []) == [])
    #expect(marks([""], []) == [])
  }

  private func marks(_ texts: [String], _ lines: [[Point]]) -> [SVGElement] {
    ValueLabel(texts, at: dot, around: lines, x: 46...514, y: 18...225).marks
  }

  private func text(_ text: String, x: Double, y: Double, anchor: TextAnchor = .start)
    -> SVGElement
  {
    textMark(text, class: "value-label", x: x, y: y, anchor: anchor)
  }
}
