import Testing
import UsageModel

@testable import AzureMonitor

@Suite struct CheckAnswersTests {
  @Test func `numbers may be texts, and a sum over nothing is nothing`() throws {
    var answers = CompletenessAnswers()
    try answers.take(
      [
        NamedRow(
          1,
          [
            "Metric": "Total Tokens", "Records": "12", "Tokens": "1.2E3",
            "First": "2026-11-17T00:00:00Z", "Last": "2026-11-23T22:10:00.1234567Z",
          ]),
        NamedRow(
          2, ["Metric": "Latency", "Records": "3", "Tokens": "-5", "First": nil, "Last": nil]),
        NamedRow(
          3, ["Metric": nil, "Records": "1", "Tokens": nil, "First": nil, "Last": nil]),
      ], of: .metricNames)

    #expect(
      answers.metrics == [
        OccurringMetric(
          name: "Total Tokens", records: 12, sum: 1200,
          last: Timestamp(ticks: 17_954_718_001_234_567)),
        OccurringMetric(name: "Latency", records: 3, sum: -5, last: nil),
        OccurringMetric(name: "", records: 1, sum: nil, last: nil),
      ])
    #expect(answers.has(.total))
    #expect(!answers.has(.cached))
  }

  @Test func `delays that are no number are not known`() throws {
    var answers = CompletenessAnswers()
    try answers.take(
      [
        NamedRow(
          1,
          [
            "Records": "4", "Unknown": "4", "Median": "NaN", "P95": nil, "P99": "NaN",
            "Longest": nil,
          ])
      ], of: .ingestionDelay)

    #expect(
      answers.delays
        == IngestionDelays(
          records: 4, unknown: 4, median: nil, percentile95: nil, percentile99: nil, longest: nil))
  }

  @Test func `a cell that does not hold what it should is named`() {
    var answers = CompletenessAnswers()

    #expect(throws: RowProblem.badCell(column: "Records", row: 7, text: "many")) {
      try answers.take([NamedRow(7, ["Key": "Model", "Records": "many"])], of: .propertyKeys)
    }
    #expect(throws: RowProblem.missingColumn("Records")) {
      try answers.take([NamedRow(1, ["Key": "Model"])], of: .propertyKeys)
    }
    #expect(throws: RowProblem.badCell(column: "Day", row: 1, text: "soon")) {
      try answers.take([NamedRow(1, ["Day": "soon"])], of: .repeatedRecords)
    }
  }
}
