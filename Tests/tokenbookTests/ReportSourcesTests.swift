import Foundation
import Testing

/// Files of every vendor, from the import to the charges.
@Suite struct ReportSourcesTests {
  @Test func `every vendor's tokens are in their classes`() throws {
    let folder = try workbook()

    let outcome = try folder.tokenbook(["import"])

    #expect(
      outcome
        == Executable.Outcome(
          status: 0,
          output: """
            openai: 3 days added from 3 records \
            (1370 Prompt Tokens, 550 Completion Tokens, 800 Prompt Cached Tokens)
            anthropic: 1 days added from 2 records (1540 Prompt Tokens, 506 Completion Tokens, \
            200 Prompt Cached Tokens, 1500 Prompt Cache Write Tokens)
            litellm: 2 days added from 4 records (1427 Prompt Tokens, 160 Completion Tokens, \
            690 Prompt Cached Tokens, 180 Prompt Cache Write Tokens)
            otel: 1 days added from 3 records (1300 Prompt Tokens, 80 Completion Tokens, \
            30 gen_ai.token.type cache_read Tokens)

            """,
          errors: """
              1 records came twice (the same _ItemId, id or result) and count once
              1 records of the metric 'organization.usage.images.result' are not token counts \
            and were left out
              1 records have more cached tokens than the prompt that should include them; \
            where it does not, say 'cached: beside' in tokenbook.yml
              1 records of the metric 'gen_ai.client.operation.duration' are not token counts \
            and were left out

            """))
    #expect(
      try folder.rows(
        """
        select day, subscription, feature, model, input_tokens as input, cached_tokens as cached,
          cache_write_tokens as written, output_tokens as output, requests
        from charges order by 1, 2, 3, 4
        """) == [
          // LiteLLM: 1,000 − 600 − 150; inside, although models of this name meter it beside.
          "2026-11-22,hr,unknown,claude-sonnet-4-5,250,600,150,100,4",
          "2026-11-22,hr,unknown,gpt-5-mini,500,0,0,50,2",
          // OpenAI: 1,000 − 800.
          "2026-11-22,proj_hr,unknown,gpt-5-mini,200,800,0,500,5",
          // Anthropic: all of 1,500, and 1,000 + 500 written.
          "2026-11-22,unknown,unknown,claude-opus-4-7,40,0,0,6,0",
          "2026-11-22,unknown,unknown,gpt-5-mini,300,0,0,20,2",
          "2026-11-22,wrkspc_hr,unknown,claude-opus-4-7,1500,200,1500,500,0",
          // OpenTelemetry: cached tokens are not known.
          "2026-11-23,unknown,gw,gpt-5-mini,1250,,0,80,4",
          "2026-11-23,unknown,gw,gpt-5-mini-2026,50,,0,0,1",
          "2026-11-23,unknown,unknown,unknown,7,,0,0,1",
          // More cached than prompt tokens: the prompt is charged in full.
          "2026-11-23,web,unknown,claude-sonnet-4-5,70,0,30,10,1",
          "2026-11-24,proj_hr,unknown,gpt-5-mini,70,0,0,30,1",
        ])
  }
}

private func workbook() throws -> TemporaryFolder {
  let folder = try SampleWorkbook.written()
  let settings = try folder.read("tokenbook.yml")
  let sources = try #require(settings.range(of: "sources:"))
  try folder.write(
    settings[..<sources.lowerBound] + """
      sources:
        - {name: openai, kind: openai-usage, path: openai}
        - {name: anthropic, kind: anthropic-usage, path: anthropic}
        - {name: litellm, kind: litellm-daily-spend, path: litellm}
        - {name: otel, kind: opentelemetry-otlp, path: otel}

      """, to: "tokenbook.yml")
  for (name, place) in [
    ("openai-usage-1.json", "openai/2026-11/page-1.json"),
    ("openai-usage-2.json", "openai/2026-11/page-2.json"),
    ("anthropic-usage.json", "anthropic/usage.json"),
    ("litellm-daily-team-spend.csv", "litellm/teams.csv"),
    ("otlp-delta.jsonl", "otel/metrics.jsonl"),
  ] {
    try folder.write(try Repository.text("Tests/Fixtures/UsageReports/" + name), to: place)
  }
  return folder
}
