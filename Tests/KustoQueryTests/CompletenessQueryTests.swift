import KustoQuery
import Testing
import UsageModel

@Suite struct CompletenessQueryTests {
  @Test(arguments: [
    (workspace, "log-analytics.kql"), (component, "application-insights.kql"),
    (gatewayLog, "gateway-llm-log.kql"), (cluster, "data-explorer.kql"),
  ])
  func `a source is asked what its table can answer`(kind: ServiceKind, golden: String) throws {
    let texts = completenessTexts(of: kind).map { "// \($0.subject)\n\n\($0.text)" }

    try expectGolden(texts.joined(separator: "\n"), golden)
  }

  @Test(arguments: everyKind)
  func `the columns are those of the last line`(kind: ServiceKind) {
    for query in completenessQueries(of: kind, dimensions: .recommended, timeZone: "UTC") {
      let lines = query.text(from: dayStart, to: dayEnd).split(separator: "\n")

      #expect(lines.last == "| project " + query.columns.map(\.name).joined(separator: ", "))
    }
  }

  @Test func `every subject is asked of some source, and of none twice`() {
    let subjects = everyKind.map { kind in completenessTexts(of: kind).map(\.subject) }

    #expect(Set(subjects.joined()) == Set(CompletenessSubject.allCases))
    for asked in subjects { #expect(Set(asked).count == asked.count) }
  }

  @Test func `a dimension that is not mapped is not asked about`() {
    let mapping = DimensionMapping(
      subscription: "Subscription ID", user: nil, feature: nil, model: nil)

    let asked = completenessTexts(of: workspace, dimensions: mapping)

    #expect(!asked.map(\.subject).contains(.placeholderUsers))
    let values = asked.first { $0.subject == .dimensionValues }?.text ?? ""
    #expect(values.contains(#"Dimension = "subscription""#))
    #expect(!values.contains(#"Dimension = "user""#))
  }

  @Test func `without any mapped dimension there is nothing to ask of dimensions`() {
    let subjects = completenessTexts(of: workspace, dimensions: .none).map(\.subject)

    #expect(!subjects.contains(.dimensionValues))
  }

  @Test func `a column says what it holds`() {
    let queries = completenessQueries(of: workspace, dimensions: .recommended, timeZone: "UTC")
    let names = queries.first { $0.subject == .metricNames }
    let delay = queries.first { $0.subject == .ingestionDelay }

    #expect(names?.columns.map(\.kind) == [.text, .whole, .whole, .moment, .moment])
    #expect(delay?.columns.map(\.kind) == [.whole, .whole, .real, .real, .real, .real])
  }
}
