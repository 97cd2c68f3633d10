import Foundation
import Testing

/// 8,819 calls that a real service answered, between 18:17 and 19:14 UTC on 2023-11-16.
@Suite struct RealTraceTests {
  @Test(arguments: [("UTC", "2023-11-16"), ("Pacific/Auckland", "2023-11-17")])
  func `every call is counted on the company's day`(zone: String, day: String) throws {
    let folder = try tracedWorkbook(zone: zone)

    let outcome = try folder.tokenbook(["import"])

    #expect(
      outcome
        == Executable.Outcome(
          status: 0,
          output: "code-assistant: 1 days added from 8819 records "
            + "(18059974 Prompt Tokens, 245896 Completion Tokens)\n",
          errors: ""))
    #expect(
      try folder.rows("select day, requests, input_tokens, output_tokens, tokens from charges")
        == ["\(day),8819,18059974,245896,18305870"])
  }

  @Test(arguments: [Prices.round, .sixPlaces])
  func `the cost is right to the nano`(prices: Prices) throws {
    let folder = try tracedWorkbook(zone: "UTC", prices: prices)
    try folder.tokenbook(["import"])

    let lines = try folder.rows("select token_class, cost from charge_lines")

    #expect(lines == ["input,\(prices.inputCost)", "output,\(prices.outputCost)"])
    #expect(
      try folder.rows("select cost, unpriced_tokens from charges") == ["\(prices.cost),0"])
  }

  @Test func `a second import changes no byte`() throws {
    let folder = try tracedWorkbook(zone: "UTC")
    try folder.tokenbook(["import"])
    let before = try folder.bytes("snapshot.sqlite")

    let outcome = try folder.tokenbook(["import"])

    #expect(
      outcome
        == Executable.Outcome(
          status: 0, output: "code-assistant: nothing new in 8819 records\n", errors: ""))
    #expect(try folder.bytes("snapshot.sqlite") == before)
  }

  @Test func `the workbook of the trace names its cost`() throws {
    let folder = try tracedWorkbook(zone: "UTC")
    try folder.tokenbook(["import"])

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.read("site/index.html").contains("47.61"))
  }
}

struct Prices {
  let input: String
  let output: String
  /// In nano.
  let inputCost: Int
  let outputCost: Int
  let cost: Int

  /// 18,059,974 × 2.50 and 245,896 × 10, both by 1,000,000: 45.149935 and 2.45896.
  static let round = Prices(
    input: "2.50", output: "10.00", inputCost: 45_149_935_000, outputCost: 2_458_960_000,
    cost: 47_608_895_000)

  /// 18,059,974 × 0.123457 = 2,229,630.210118 and 245,896 × 12.345678 = 3,035,752.837488, both by
  /// 1,000,000: 2.229630210|118 and 3.035752837|488, where rounding cuts at the bar.
  static let sixPlaces = Prices(
    input: "0.123457", output: "12.345678", inputCost: 2_229_630_210, outputCost: 3_035_752_837,
    cost: 5_265_383_047)
}

private func tracedWorkbook(zone: String, prices: Prices = .round) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try FileManager.default.copyItem(
    at: Repository.url(
      "Tests/Fixtures/AzureLLMInferenceTrace/AzureLLMInferenceTrace_code.csv"),
    to: folder.url.appending(path: "trace.csv"))
  try folder.write(
    """
    title: Code assistant
    organisation: Contoso
    currency: USD
    time_zone: \(zone)
    sources:
      - name: code-assistant
        kind: csv
        path: trace.csv
        columns: {time: TIMESTAMP, prompt_tokens: ContextTokens, completion_tokens: GeneratedTokens}
        constants: {subscription: sub-code, feature: code-completion, model: gpt-4o}
        time_zone_of_data: UTC

    """, to: "tokenbook.yml")
  try folder.write(
    """
    subscription,team,name,valid_from,valid_to
    sub-code,code,Code assistant,2023-01-01,

    """, to: "subscriptions.csv")
  try folder.write(
    """
    \(SampleWorkbook.rateHeader)
    ,,,,input,\(prices.input),1M,USD,2023-01-01,,Finance,2022-12-15,Price list
    ,,,,output,\(prices.output),1M,USD,2023-01-01,,Finance,2022-12-15,Price list

    """, to: "rates.csv")
  return folder
}
