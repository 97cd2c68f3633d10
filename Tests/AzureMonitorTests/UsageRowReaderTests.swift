import Testing
import UsageModel

@testable import AzureMonitor

@Suite struct UsageRowReaderTests {
  @Test func `rows of one metric become points, whatever the order of the columns`() throws {
    let usage = try read(
      longColumns.reversed() + ["Extra"],
      [
        longRow("Prompt Tokens", "1000", requests: "3").reversed() + ["x"],
        longRow("Total Tokens", "1250.0", requests: "4").reversed() + ["x"],
        longRow("Prompt Audio Tokens", "7", requests: "1").reversed() + ["x"],
      ])

    let series = SeriesKey(subscription: "hr", user: "unknown", feature: "chat", model: "gpt-5")
    #expect(
      usage.batch.points == [
        UsagePoint(
          series: series, day: day("2026-11-22"), utcMonth: CalendarMonth(year: 2026, month: 11),
          counts: TokenCounts(prompt: 1000, total: 1250, requests: 4))
      ])
    #expect(
      usage.batch.others == [
        OtherPoint(
          series: series, day: day("2026-11-22"), utcMonth: CalendarMonth(year: 2026, month: 11),
          metric: "Prompt Audio Tokens", tokens: 7, requests: 1)
      ])
    let receipt = try #require(usage.days[day("2026-11-22")])
    #expect(receipt.rows == 6)
    #expect(receipt.tokens == 2257)
    #expect(receipt.first.description == "2026-11-21T23:00:01Z")
    #expect(receipt.last.description == "2026-11-22T22:59:59Z")
    #expect(usage.lastIngested[day("2026-11-22")]?.description == "2026-11-22T23:05:00Z")
  }

  @Test func `a row of all metrics becomes one point`() throws {
    let columns =
      longColumns.filter { $0 != "Metric" && $0 != "Tokens" }
      + ["PromptTokens", "CompletionTokens", "TotalTokens"]
    let row = longRow("", "", requests: "5").filter { !$0.isEmpty } + ["10", "null", "10"]

    let usage = try read(columns, [row.map { $0 == "null" ? nil : $0 }])

    #expect(
      usage.batch.points.map(\.counts) == [TokenCounts(prompt: 10, total: 10, requests: 5)])
  }

  @Test(
    arguments: [
      ("Tokens", "-5", "row 1 has '-5' in the column 'Tokens'"),
      ("Tokens", "1.5", "row 1 has '1.5' in the column 'Tokens'"),
      ("Tokens", "NaN", "row 1 has 'NaN' in the column 'Tokens'"),
      ("Tokens", nil, "row 1 has '' in the column 'Tokens'"),
      ("Day", "yesterday", "row 1 has 'yesterday' in the column 'Day'"),
      ("Day", "2026-11-23T00:00:00Z", "the answer has the day 2026-11-23, which was not asked for"),
      (
        "Faulty", "2",
        "2 records of 2026-11-22 of the metric 'Prompt Tokens' have a value that is negative, "
          + "fractional or no number"
      ),
      ("Last", "2026-11-22", nil),
    ] as [(String, String?, String?)])
  func `a cell that cannot be counted is refused`(column: String, cell: String?, words: String?)
    throws
  {
    var row: [String?] = longRow("Prompt Tokens", "1", requests: "1")
    row[longColumns.firstIndex(of: column)!] = cell

    do {
      _ = try read(longColumns, [row])
      #expect(words == nil)
    } catch let problem as RowProblem {
      #expect(problem.inWords == words)
    }
  }

  @Test func `a missing column is named`() {
    #expect(throws: RowProblem.missingColumn("Records")) {
      try read(
        longColumns.map { $0 == "Records" ? "Other" : $0 },
        [
          longRow("Prompt Tokens", "1", requests: "1")
        ])
    }
  }

  @Test func `sums that do not fit are refused`() {
    let row = longRow("Prompt Tokens", "9223372036854775807", requests: "1")

    #expect(throws: RowProblem.tooLarge(day: day("2026-11-22"))) {
      try read(longColumns, [row, row])
    }
  }

  @Test func `parts of a window add up to the whole`() throws {
    let first = longRow("Prompt Tokens", "1000", requests: "3")
    let second = longRow("Total Tokens", "1250", requests: "4")
    let third = longRow("Other Tokens", "5", requests: "1")
    var parts = try read(longColumns, [first, third])

    #expect(parts.add(try read(longColumns, [first, second, third])))

    let whole = try read(longColumns, [first, third, first, second, third])
    #expect(parts.batch.points == whole.batch.points)
    #expect(parts.batch.others == whole.batch.others)
    #expect(parts.days == whole.days)
  }
}

private let longColumns = [
  "Day", "UtcMonth", "Metric", "SubscriptionId", "UserId", "FeatureId", "ModelId", "Tokens",
  "Requests", "Records", "Faulty", "First", "Last", "LastIngested",
]

private func longRow(_ metric: String, _ tokens: String, requests: String) -> [String] {
  [
    "2026-11-22T00:00:00Z", "2026-11-01T00:00:00.0000000Z", metric, "hr", "unknown", "chat",
    "gpt-5", tokens, requests, "2", "0", "2026-11-21T23:00:01.5Z", "2026-11-22T22:59:59Z",
    "2026-11-22T23:05:00.1234567Z",
  ]
}

private func read(_ columns: [String], _ rows: [[String?]]) throws -> PulledUsage {
  var reader = UsageRowReader(days: day("2026-11-22")...day("2026-11-22"))
  var usage = PulledUsage()
  for cells in rows {
    var row = AnswerRow()
    for cell in cells {
      if var cell {
        cell.withUTF8 { row.append(.string, UnsafeRawBufferPointer($0)) }
      } else {
        row.append(.null)
      }
    }
    try reader.add(row, columns: columns, to: &usage)
  }
  return usage
}
