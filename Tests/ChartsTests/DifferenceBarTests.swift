import Charts
import Testing

@Suite struct DifferenceBarTests {
  @Test func `more is ink, to the right of zero`() {
    #expect(
      differenceBar(50, extent: 100) == """
        <svg class="difference" width="128" height="12" viewBox="0 0 128 12" aria-hidden="true">
        <rect class="now-mark" x="64" y="0" width="32" height="12"/>
        <path class="baseline" d="M64 0V12"/>
        </svg>

        """)
  }

  @Test func `less is pale, to the left of zero`() {
    #expect(
      differenceBar(-100, extent: 100) == """
        <svg class="difference" width="128" height="12" viewBox="0 0 128 12" aria-hidden="true">
        <rect class="before-mark" x="0" y="0" width="64" height="12"/>
        <path class="baseline" d="M64 0V12"/>
        </svg>

        """)
  }

  @Test(arguments: [nil, 0, Double.nan])
  func `no difference is the zero line alone`(value: Double?) {
    #expect(
      differenceBar(value, extent: 100) == """
        <svg class="difference" width="128" height="12" viewBox="0 0 128 12" aria-hidden="true">
        <path class="baseline" d="M64 0V12"/>
        </svg>

        """)
  }

  @Test func `the smallest difference can be seen`() {
    #expect(differenceBar(0.01, extent: 100).contains(#"x="64" y="0" width="1.5""#))
    #expect(differenceBar(-0.01, extent: 100).contains(#"x="62.5" y="0" width="1.5""#))
  }
}
