import SeededCases
import Pricing
import Testing

@Suite struct ApportionmentTests {
  @Test(
    arguments: [
      (100, [1, 1, 1], [34, 33, 33]),
      (10_000, [33_333_333, 33_333_333, 33_333_334, 4_000], [3_333, 3_333, 3_333, 1]),
      (7, [0, 2, 5], [0, 2, 5]),
      (1, [1, 2, 1], [0, 1, 0]),
      (-100, [1, 1, 1], [-34, -33, -33]),
      (5, [0, 0], [3, 2]),
      (5, [-9, 1], [0, 5]),
      (0, [3, 4], [0, 0]),
      (5, [], []),
    ] as [(Int64, [Int64], [Int64])])
  func `parts are rounded down and the largest remainders get one more`(
    total: Int64, weights: [Int64], parts: [Int64]
  ) {
    #expect(apportion(total, by: weights) == parts)
  }

  @Test func `the largest numbers there are do not overflow`() {
    let half = Int64.max / 2

    #expect(apportion(.max, by: [.max, .max]) == [half + 1, half])
    #expect(apportion(.min, by: [1]) == [Int64.min])
  }

  @Test func `parts add up and are less than one from exact in 1,000 random cases`() {
    for seed in UInt64(0)..<1_000 {
      var random = SplitMix64(seed: seed)
      let total = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
      let weights = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        random.happens(20) ? 0 : Int64.random(in: 0...1_000_000_000, using: &random)
      }

      let parts = apportion(total, by: weights)

      #expect(apportionmentFaults(parts, of: total, by: weights) == [], "seed \(seed)")
    }
  }

  @Test func `the check sees a part that is lost and a part that is unfair`() {
    #expect(apportionmentFaults([33, 33, 33], of: 100, by: [1, 1, 1]) == ["the sum is 99"])
    #expect(
      apportionmentFaults([36, 32, 32], of: 100, by: [1, 1, 1])
        == ["part 0 is unfair", "part 1 is unfair", "part 2 is unfair"])
  }

  private func apportionmentFaults(
    _ parts: [Int64], of total: Int64, by weights: [Int64]
  ) -> [String] {
    var faults: [String] = []
    let sum = parts.reduce(0, +)
    if sum != total { faults.append("the sum is \(sum)") }
    let weightSum = Int128(weights.reduce(0, +))
    for (index, part) in parts.enumerated() where weightSum > 0 {
      let distance = Int128(part) * weightSum - Int128(total) * Int128(weights[index])
      if distance.magnitude >= weightSum.magnitude { faults.append("part \(index) is unfair") }
    }
    return faults
  }
}
