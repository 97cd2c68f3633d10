import KustoQuery
import SeededCases
import Testing
import UsageModel

/// Every query, parsed by a grammar of KQL that somebody else wrote.
@Suite struct IndependentGrammarTests {
  private static func everyQuery(_ kind: ServiceKind, _ dimensions: DimensionMapping) -> [String] {
    [
      usageText(of: kind, dimensions: dimensions),
      usageText(of: kind, dimensions: dimensions, metrics: ["Prompt Tokens", "Total Tokens"]),
      UsageQuery(kind: kind, dimensions: dimensions, metrics: nil, timeZone: "Europe/Berlin")
        .withoutWindow,
    ] + completenessTexts(of: kind, dimensions: dimensions).map(\.text)
  }

  @Test func `every query is understood`() throws {
    let queries = everyKind.flatMap { kind in
      [DimensionMapping.recommended, .none].flatMap { Self.everyQuery(kind, $0) }
    }

    let errors = try IndependentGrammar.errors(in: queries)

    #expect(errors == queries.map { _ in [] })
  }

  @Test func `hostile dimension names are understood`() throws {
    let queries = hostileNames.flatMap { name in
      let mapping = DimensionMapping(subscription: name, user: name, feature: name, model: name)
      return [workspace, component].map { usageText(of: $0, dimensions: mapping, metrics: [name]) }
    }

    let errors = try IndependentGrammar.errors(in: queries)

    #expect(errors == queries.map { _ in [] })
  }

  /// So that silence means something.
  @Test func `a broken query is refused`() throws {
    let query = usageText(of: workspace)
    let broken = [
      query.replacing("| summarize Tokens =", with: "| summarize Tokens = ="),
      query.replacing(#"["User ID"]"#, with: #"["User ID]"#),
      query.replacing(#"["User ID"]"#, with: #"[""]; .drop table x //"]"#),
      query.replacing("endswith_cs", with: "endswithcs"),
      query.replacing("| order by", with: "| sorted by"),
      query.replacing(");\nlet", with: ")\nlet"),
      "",
    ]

    let errors = try IndependentGrammar.errors(in: broken)

    #expect(errors.count == broken.count)
    for (query, found) in zip(broken, errors) { #expect(!found.isEmpty, "\(query)") }
  }
}
