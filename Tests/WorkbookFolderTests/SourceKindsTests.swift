import Pricing
import Testing
import UsageModel

@testable import WorkbookFolder

@Suite struct SourceKindsTests {
  @Test func `the kinds of other vendors are read, and say where cached tokens lie`() throws {
    let folder = try read([
      "tokenbook.yml": sampleSettings + """
        sources:
          - {name: a, kind: litellm-daily-spend, path: a, dimensions: {subscription: api_key}}
          - {name: b, kind: litellm-daily-spend, path: b, cached: beside}
          - {name: c, kind: opentelemetry-otlp, path: c, dimensions: {subscription: team}}
          - {name: d, kind: openai-usage, path: d, days: utc}
          - {name: e, kind: anthropic-usage, path: e, dimensions: {feature: api_key_id}}

        """
    ])

    var key = DimensionMapping.none
    key.subscription = "api_key"
    var team = DimensionMapping.none
    team.subscription = "team"
    var feature = DimensionMapping.none
    feature.feature = "api_key_id"
    #expect(
      folder.settings.fileSources.map(\.format) == [
        .liteLLMDailySpend(LiteLLMMapping(dimensions: key)),
        .liteLLMDailySpend(LiteLLMMapping(isCacheBeside: true)),
        .openTelemetry(team),
        .openAIUsage(ReportMapping(daysAreUTC: true)),
        .anthropicUsage(ReportMapping(dimensions: feature)),
      ])
    #expect(
      folder.book.cachedRelationBySource == [
        "a": .inside, "b": .beside, "d": .inside, "e": .beside,
      ])
  }

  @Test func `where cached tokens lie is one of two`() {
    let source = "  - {name: a, kind: litellm-daily-spend, path: a, cached: within}"

    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "sources:\n\(source)\n"]) == """
        error: unknown value 'within' of 'cached'
            → tokenbook.yml:6:59
                - {name: a, kind: litellm-daily-spend, path: a, cached: within}
                                                                        ^
          fix: values: inside, beside
        """)
  }
}
