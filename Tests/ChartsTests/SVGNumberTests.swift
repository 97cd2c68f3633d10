import Charts
import Testing

@Suite struct SVGNumberTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (12, "12"), (-3.5, "-3.5"), (0.05, "0.05"), (1.0004, "1"),
    (1.006, "1.01"), (-0.004, "0"), (109.999_9, "110"), (0.1 + 0.2, "0.3"), (1_234.5, "1234.5"),
    (.nan, "0"), (.infinity, "0"), (1e300, "10000000000000"),
  ])
  func `a coordinate has at most two decimals`(number: Double, text: String) {
    #expect(svgNumber(number) == text)
  }
}
