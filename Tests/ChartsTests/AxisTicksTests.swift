import SeededCases
import Testing

@testable import Charts

@Suite struct AxisTicksTests {
  @Test(arguments: [
    (0.0, 2_679.0, [0, 1_000, 2_000, 3_000]),
    (0, 23_400, [0, 5_000, 10_000, 15_000, 20_000, 25_000]),
    (0, 100, [0, 20, 40, 60, 80, 100]),
    (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0, 0.03, [0, 0.01, 0.02, 0.03]),
    (0, 1e15, [0, 2e14, 4e14, 6e14, 8e14, 1e15]),
    (-30, 0, [-30, -20, -10, 0]),
    (-120, 460, [-200, 0, 200, 400, 600]),
    (0, 0, [0]),
    (5, 40, [0, 10, 20, 30, 40]),
  ])
  func `steps are 1, 2 or 5 times a power of ten`(
    lowest: Double, highest: Double, ticks: [Double]
  ) {
    #expect(axisTicks(from: lowest, to: highest) == ticks)
  }

  @Test(arguments: [1 as UInt64, 2, 3])
  func `three to six ticks hold every number`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let highest = random.magnitude()
      let lowest = random.next() % 3 == 0 ? -random.magnitude() : 0

      let ticks = axisTicks(from: lowest, to: highest)

      let context: Comment = "seed \(seed), \(lowest) to \(highest): \(ticks)"
      #expect((3...6).contains(ticks.count), context)
      #expect(ticks.contains(0), context)
      #expect(ticks.first! <= lowest && ticks.last! >= highest, context)
    }
  }

  @Test func `the largest number there is still has an axis`() {
    let ticks = axisTicks(from: 0, to: .greatestFiniteMagnitude)

    #expect(ticks.count == 5)
    #expect(ticks.last == .greatestFiniteMagnitude)
  }
}

extension SplitMix64 {
  /// A number between 10⁻⁹ and 10¹⁵, every order of magnitude as likely.
  fileprivate mutating func magnitude() -> Double {
    var number = Double(next() % 9_000 + 1_000) / 1_000
    let exponent = Int(next() % 24) - 9
    for _ in 0..<abs(exponent) { number = exponent < 0 ? number / 10 : number * 10 }
    return number
  }
}
