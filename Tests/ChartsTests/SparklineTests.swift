import Charts
import Testing

@Suite struct SparklineTests {
  @Test(arguments: cases)
  func `a sparkline has a picture`(name: String, values: [Double?], marksLast: Bool) throws {
    try expectGolden(sparkline(values, marksLast: marksLast), "spark-\(name).svg")
  }

  static let cases: [(String, [Double?], Bool)] = [
    ("thirteen", [5, 4, 6, 6, 8, 9, 9, 10, 11, 8, 12, 13, 11], true),
    ("closed", [5, 4, 6, 6, 8, 9, 9, 10, 11, 8, 12, 13, 11], false),
    ("young", [2, nil, 0, 6], true),
    ("negative", [5, 4, -3, 6, -1], true),
    ("only-negative", [-5, 0, -3], true),
    ("zeros", [0, 0, 0], true),
    ("many", (0..<90).map { Double($0 % 7) }, true),
  ]

  @Test func `without numbers the cell is empty`() {
    let empty = """
      <svg class="spark" width="96" height="20" viewBox="0 0 96 20" aria-hidden="true">
      </svg>

      """

    #expect(sparkline([], marksLast: true) == empty)
    #expect(sparkline([nil, .nan, .infinity], marksLast: true) == empty)
  }

  @Test func `a single number stands at the right, as high as the cell`() {
    #expect(
      sparkline([7], marksLast: true) == """
        <svg class="spark" width="96" height="20" viewBox="0 0 96 20" aria-hidden="true">
        <path class="now-mark" d="M90.09 0h5.91v20h-5.91z"/>
        </svg>

        """)
  }
}
