import KustoQuery
import SeededCases
import Testing
import UsageModel

@Suite struct HostileNamesTests {
  /// The usage query and every completeness query of a kind.
  private func texts(of kind: ServiceKind, dimensions: DimensionMapping) -> [String] {
    [usageText(of: kind, dimensions: dimensions)]
      + completenessTexts(of: kind, dimensions: dimensions).map(\.text)
  }

  @Test(arguments: everyKind)
  func `a name stays inside its literal and is read back`(kind: ServiceKind) throws {
    let seed: UInt64 = 20_261_122
    var cases = SplitMix64(seed: seed)
    let plain = texts(of: kind, dimensions: .recommended)
    for round in 1...20 {
      let mapping = hostileMapping(&cases)
      let hostile = texts(of: kind, dimensions: mapping)
      #expect(hostile.count == plain.count)
      for (text, plainText) in zip(hostile, plain) {
        let scan = try LiteralScan(text)
        let plainScan = try LiteralScan(plainText)
        let expected = plainScan.literals.map { literal in
          switch literal {
          case "Subscription ID": mapping.subscription!
          case "User ID": mapping.user!
          case "API ID": mapping.feature!
          case "Model": mapping.model!
          default: literal
          }
        }
        // Compared by scalars: texts that look the same are equal to Swift.
        let isReadBack =
          scan.literals.map { Array($0.unicodeScalars) }
          == expected.map { Array($0.unicodeScalars) }
        #expect(isReadBack, "seed \(seed), round \(round)")
        #expect(scan.rest == plainScan.rest, "seed \(seed), round \(round)")
      }
    }
  }

  @Test func `metric names and time zones stay inside their literals too`() throws {
    for name in hostileNames {
      let query = UsageQuery(
        kind: workspace, dimensions: .recommended, metrics: [name, "Total Tokens"], timeZone: name)

      let scan = try LiteralScan(query.text(from: dayStart, to: dayEnd))

      #expect(
        scan.literals == [
          name, "Total Tokens", name, "Subscription ID", "User ID", "API ID", "Model",
        ])
      #expect(
        scan.rest
          == (try LiteralScan(usageText(of: workspace, metrics: ["Prompt Tokens", "Total Tokens"])))
          .rest)
    }
  }
}
