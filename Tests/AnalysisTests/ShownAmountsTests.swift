import SeededCases
import Analysis
import Testing

@Suite struct ShownAmountsTests {
  @Test(
    arguments: [
      (1_005_000_000, 2, 100), (1_015_000_000, 2, 102), (-1_005_000_000, 2, -100),
      (1_500_000_000, 0, 2), (2_500_000_000, 0, 2), (7, 9, 7), (.max, 9, .max),
    ] as [(Int64, Int, Int64)])
  func `an amount is shown rounded half to even`(nano: Int64, decimals: Int, units: Int64) {
    #expect(shownUnits(nano, decimals: decimals) == units)
  }

  @Test func `shown parts that miss the shown total need a rounding row`() {
    // 0.333 + 0.333 + 0.334: 0.33 three times is 0.99 and the total is 1.00.
    let parts: [Int64] = [333_000_000, 333_000_000, 334_000_000]

    #expect(roundingDifference(parts: parts, total: 1_000_000_000, decimals: 2) == 10_000_000)
  }

  @Test func `shown parts that exceed the shown total need a negative one`() {
    #expect(
      roundingDifference(parts: [6_000_000, 6_000_000], total: 12_000_000, decimals: 2)
        == -10_000_000)
  }

  @Test func `shown parts that add up need none`() {
    #expect(
      roundingDifference(parts: [330_000_000, 670_000_000], total: 1_000_000_000, decimals: 2)
        == nil)
  }

  @Test func `parts and the rounding row add up to the total in 1,000 random tables`() {
    for seed in UInt64(0)..<1_000 {
      var random = SplitMix64(seed: seed)
      let parts = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        Int64.random(in: -1_000_000_000...9_000_000_000_000, using: &random)
      }
      let decimals = Int.random(in: 0...9, using: &random)
      let total = parts.reduce(0, +)

      let difference = roundingDifference(parts: parts, total: total, decimals: decimals)

      #expect(
        addsUp(parts, rounding: difference, to: total, decimals: decimals), "seed \(seed)")
    }
  }

  @Test func `the check sees a rounding row that is missing`() {
    let parts: [Int64] = [333_000_000, 333_000_000, 334_000_000]

    #expect(addsUp(parts, rounding: 10_000_000, to: 1_000_000_000, decimals: 2))
    #expect(!addsUp(parts, rounding: nil, to: 1_000_000_000, decimals: 2))
  }

  /// Whether what is shown adds up to what is shown.
  private func addsUp(
    _ parts: [Int64], rounding: Int64?, to total: Int64, decimals: Int
  ) -> Bool {
    let rows = parts + [rounding ?? 0]
    return rows.map { shownUnits($0, decimals: decimals) }.reduce(0, +)
      == shownUnits(total, decimals: decimals)
  }

  @Test(
    arguments: [
      ([1, 1, 1], [34, 33, 33]), ([45, 55], [45, 55]), ([0, 7], [0, 100]),
      ([1, nil, 2], [33, nil, 67]), ([0, 0], [nil, nil]), ([nil], [nil]), ([], []),
    ] as [([Int64?], [Int?])])
  func `whole percents add up to 100`(parts: [Int64?], percents: [Int?]) {
    #expect(wholePercents(of: parts) == percents)
  }
}
