import Charts
import Testing

@Suite struct TableBarTests {
  @Test func `a bar is as long as its share of the largest`() {
    #expect(
      tableBar(30, max: 120) == """
        <svg class="bar" width="120" height="12" viewBox="0 0 120 12" aria-hidden="true">
        <rect class="mark" x="0" y="0" width="30" height="12"/>
        </svg>

        """)
  }

  @Test func `the bar of a collective row is a frame inside its length`() {
    #expect(
      tableBar(30, max: 120, isOutlined: true) == """
        <svg class="bar" width="120" height="12" viewBox="0 0 120 12" aria-hidden="true">
        <rect class="mark outlined" fill="none" x="0.5" y="0.5" width="29" height="11"/>
        </svg>

        """)
  }

  @Test func `a negative bar ends at zero`() {
    #expect(rectangle(of: tableBar(-20, max: 100, min: -20)) == #"x="0" y="0" width="20""#)
    #expect(rectangle(of: tableBar(50, max: 100, min: -20)) == #"x="20" y="0" width="50""#)
  }

  @Test func `zero and the smallest number are a mark`() {
    #expect(rectangle(of: tableBar(0, max: 100)) == #"x="0" y="0" width="1.5""#)
    #expect(rectangle(of: tableBar(0.001, max: 100)) == #"x="0" y="0" width="1.5""#)
    #expect(rectangle(of: tableBar(0, max: 0)) == #"x="0" y="0" width="1.5""#)
    #expect(rectangle(of: tableBar(0, max: 0, min: -5)) == #"x="118.5" y="0" width="1.5""#)
  }

  @Test func `a number beyond the scale stays in its cell`() {
    #expect(rectangle(of: tableBar(500, max: 100)) == #"x="0" y="0" width="120""#)
  }

  @Test(arguments: [nil, Double.nan, .infinity])
  func `what is not a number has no bar`(value: Double?) {
    #expect(rectangle(of: tableBar(value, max: 100)) == nil)
  }
}

/// From the x of the first rectangle to its width.
private func rectangle(of svg: String) -> String? {
  svg.firstMatch(of: /x="[^"]*" y="[^"]*" width="[^"]*"/).map { String($0.output) }
}
