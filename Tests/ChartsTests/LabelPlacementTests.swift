import SeededCases
import Testing

@testable import Charts

@Suite struct LabelPlacementTests {
  @Test func `labels with room stand where they want`() {
    #expect(
      placedLabels(wantedCentres: [50, 150], heights: [38, 38], within: 0...300) == [31, 131])
  }

  @Test func `labels that would overlap share the displacement`() {
    #expect(
      placedLabels(wantedCentres: [100, 110], heights: [38, 38], within: 0...300) == [67, 105])
  }

  @Test func `labels at an edge stay inside`() {
    #expect(
      placedLabels(wantedCentres: [5, 290, 299], heights: [38, 38, 38], within: 0...300)
        == [0, 224, 262])
  }

  @Test func `a block that grows into another one takes it along`() {
    #expect(
      placedLabels(wantedCentres: [60, 100, 105, 110], heights: [40, 40, 40, 40], within: 0...300)
        == [13.75, 53.75, 93.75, 133.75])
  }

  @Test(arguments: [1 as UInt64, 2, 3])
  func `labels that fit never overlap nor leave their bounds`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let count = Int(random.next() % 5) + 1
      let heights = (0..<count).map { _ in Double(random.next() % 30) + 30 }
      let centres = (0..<count).map { _ in Double(random.next() % 400) - 50 }.sorted()

      let starts = placedLabels(wantedCentres: centres, heights: heights, within: 0...300)

      let ends = zip(starts, heights).map { $0 + $1 }
      let context: Comment = "seed \(seed), wanted \(centres), heights \(heights): \(starts)"
      let overlaps = zip(ends, starts.dropFirst()).map { max($0 - $1, 0) }
      #expect(starts.min()! >= 0, context)
      #expect(ends.max()! <= 300.000_1, context)
      #expect((overlaps.max() ?? 0) < 0.000_1, context)
    }
  }
}
