import Foundation
import Testing
import UsageModel

@testable import Ingestion

@Suite struct BadLinesTests {
  private struct Skipped {
    var told: [String] = []
    var tokens: Int64 = 0
    var receipt = UsageReceipt()
  }

  @Test func `the lines around a bad one count`() throws {
    let skipped = try skipping([line(1) + "\n{\n" + line(2) + "\nx\n" + line(4)])

    #expect(skipped.tokens == 7)
    #expect(skipped.receipt.days[day("2026-11-22")]?.rows == 3)
    #expect(skipped.told == ["1.txt:2 {", "1.txt:4 x"])
    #expect(
      skipped.receipt.skipped == [
        SkippedLines(
          file: "1.txt", problem: "not a JSON object", count: 2, examples: [2, 4],
          days: day("2026-11-22")...day("2026-11-22"))
      ])
  }

  @Test func `lines are counted by file and problem, with the numbers of the first five`() throws {
    let first = (0..<7).map { _ in "{" }.joined(separator: "\n") + "\n" + line(-1)
    let second = line(1, day: "2026-11-20") + "\n[]\n" + line(1, day: "2026-11-18") + "\n"

    let skipped = try skipping([first, second]).receipt.skipped

    #expect(
      skipped == [
        SkippedLines(
          file: "1.txt", problem: "a count below zero", count: 1, examples: [8], days: nil),
        SkippedLines(
          file: "1.txt", problem: "not a JSON object", count: 7, examples: [1, 2, 3, 4, 5],
          days: nil),
        SkippedLines(
          file: "2.txt", problem: "not a JSON object", count: 1, examples: [2],
          days: day("2026-11-18")...day("2026-11-20")),
      ])
  }

  @Test(arguments: [
    // The quote joins all lines up to the next quote, or to the end.
    ("when,in\n\"2026-11-22,1\n2026-11-22,2\n2026-11-22,4\n", [2], 6),
    ("when,in\n2026-11-22,\"1\n2026-11-22,2\n2026-11-22,\"4\"\n2026-11-22,8\n", [2], 14),
    ("when,in\n2026-11-22,1\"\n2026-11-22,2\n2026-11-22,4\"\n2026-11-22,8\n", [2, 4], 10),
    // A row of two lines that is wrong as a whole is two bad lines.
    ("when,in\n\"a\nb\",1\n2026-11-22,2\n", [2, 3], 2),
    ("when,in\n2026-11-22,1\n2026-11-22,2,3\n\n,\n2026-11-22,4", [3, 5], 5),
  ])
  func `a stray quote takes no other row with it`(
    text: String, lines: [Int], tokens: Int64
  ) throws {
    let skipped = try skipping([text], as: csv)

    #expect(
      skipped.told.map { Int($0.split(separator: " ")[0].dropFirst("1.txt:".count)) } == lines)
    #expect(skipped.tokens == tokens)
  }

  @Test func `a batch with a bad record counts for nothing`() throws {
    func batch(_ records: [String]) -> String {
      "{\"records\":[\(records.joined(separator: ","))]}\n"
    }
    let skipped = try skipping(
      [
        batch([line(1), line(2)]) + batch([line(4), line(8, day: "1999-11-22")])
          + batch([line(16), "{}"]) + batch([line(32)])
      ], days: plausibleDays(today: day("2026-11-22")))

    #expect(skipped.tokens == 35)
    #expect(
      skipped.receipt.skipped.map { "\($0.problem) \($0.examples)" }
        == ["a date that cannot be right [2]", "a key that is missing [3]"])
  }

  @Test func `a repeated record of a day that cannot be right is a bad line, too`() throws {
    let record = line(1, day: "1999-11-22").dropLast() + ",\"_ItemId\":\"a\"}"

    let skipped = try skipping(
      ["\(record)\n\(record)\n"], days: plausibleDays(today: day("2026-11-22")))

    #expect(skipped.receipt.skipped.map(\.examples) == [[1, 2]])
    #expect(skipped.receipt.repeatedItems == 0)
  }

  @Test func `an OTLP line with a bad point counts for nothing`() throws {
    let skipped = try skipping(
      [otlp(delta: 1, 2) + otlp(delta: 4, -8) + otlp(delta: 16)], as: .openTelemetry(.none))

    #expect(skipped.tokens == 19)
    #expect(skipped.receipt.skipped.map(\.examples) == [[2]])
  }

  @Test func `a line that is too long is passed over without being kept`() throws {
    let long = String(repeating: "x", count: 3 * LineReader.longestLine)

    let skipped = try skipping([line(1) + "\n" + long + "\n" + line(2)])

    #expect(skipped.tokens == 3)
    #expect(skipped.receipt.skipped.map(\.problem) == ["longer than 16 MiB"])
    #expect(skipped.receipt.skipped.map(\.examples) == [[2]])
  }

  @Test(arguments: [
    ("when,inn\n2026-11-22,1\n", csv),
    ("when,\"in\n2026-11-22,1\n", csv),
    ("", csv),
    (line(9_000_000_000_000_000_000) + "\n" + line(9_000_000_000_000_000_000), export),
    (otlp(cumulative: 5) + otlp(cumulative: 4), .openTelemetry(.none)),
    ("{\"data\":7}\n", .openAIUsage(ReportMapping())),
    ("{\n\"data\":[", .anthropicUsage(ReportMapping())),
    (
      "id,date,prompt_tokens,completion_tokens\nr,2026-11-22,1,0\nr,2026-11-22,2,0\n",
      .liteLLMDailySpend(LiteLLMMapping())
    ),
  ])
  func `what is not one line's fault is refused all the same`(
    text: String, format: SourceFormat
  ) throws {
    #expect(throws: IngestionError.self) { try skipping([text], as: format) }
  }

  @Test func `a record of another day than the accepted ones is refused`() throws {
    let days = plausibleDays(today: day("2026-11-22"))

    #expect(days == day("2015-01-01")...day("2026-11-24"))
    for (good, isAccepted) in [
      ("2014-12-31", false), ("2015-01-01", true), ("2026-11-24", true), ("2026-11-25", false),
    ] {
      let skipped = try skipping([line(1, day: good)], days: days)
      #expect((skipped.tokens == 1) == isAccepted, "\(good)")
    }
  }

  @Test func `what a page is told of a problem is nothing of the line`() {
    let secret = "anna.canary"
    let problems: [RecordProblem] = [
      .number(.notNumber, field: secret, text: secret), .repeated(secret), .notSingle(secret),
      .missing(secret), .wrongType(key: secret, found: secret, expected: secret),
      .contradicting(secret, secret), .utcTime(.notTime, key: secret, text: secret),
      .ofBatch(record: 2, .missing(secret)), .report(.missing(key: secret, object: secret)),
      .report(.time(key: secret, text: secret)), .report(.temporality(secret)),
      .time(.notTime, column: secret, text: secret),
      .columnMissing(secret, role: secret, header: [secret]), .columnTwice(secret),
      .roleNotMapped(secret), .idsNotKept(path: secret, reason: secret),
    ]

    #expect(problems.filter { $0.kind.contains(secret) || !$0.message.contains(secret) } == [])
  }

  private func skipping(
    _ contents: [String], as format: SourceFormat = export,
    days: ClosedRange<CalendarDay> = anyDay
  ) throws -> Skipped {
    let names = contents.indices.map { "\($0 + 1).txt" }
    return try withFiles(Dictionary(uniqueKeysWithValues: zip(names, contents))) { folder in
      var skipped = Skipped()
      let source = UsageSource(name: "source", paths: [], format: format)
      skipped.receipt = try readUsage(
        of: source, files: names.map { folder + "/" + $0 }, calendar: try calendar("UTC"),
        acceptedDays: days,
        skipBadLine: { _, place in
          skipped.told.append(
            "\(place.file.dropFirst(folder.count + 1)):\(place.line) \(place.excerpt)")
        },
        progress: { _ in },
        receive: { batch in
          skipped.tokens += batch.points.reduce(0) {
            $0 + ($1.counts.total ?? $1.counts.prompt ?? 0)
          }
        })
      for index in skipped.receipt.skipped.indices {
        skipped.receipt.skipped[index].file.removeFirst(folder.count + 1)
      }
      return skipped
    }
  }
}

private let export = SourceFormat.azureMonitorExport(.recommended)
private let csv = SourceFormat.csv(CSVMapping(columns: [.time: "when", .promptTokens: "in"]))

private func line(_ tokens: Int64, day: String = "2026-11-22") -> String {
  #"{"TimeGenerated":"\#(day)T08:00:00Z","Name":"Total Tokens","Sum":\#(tokens)}"#
}

private func otlp(cumulative sum: Int) -> String { otlp([sum], temporality: 2) }

private func otlp(delta sums: Int...) -> String { otlp(sums, temporality: 1) }

/// Points of 2026-11-22; the less a sum is, the later it is.
private func otlp(_ sums: [Int], temporality: Int) -> String {
  let points = sums.map { sum in
    """
    {"attributes":[{"key":"gen_ai.token.type","value":{"stringValue":"input"}}],\
    "startTimeUnixNano":1795334400000000000,"timeUnixNano":\(1_795_334_410 - sum)000000000,\
    "count":1,"sum":\(sum)}
    """
  }
  return #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.usage","#
    + "\"histogram\":{\"aggregationTemporality\":\(temporality),"
    + "\"dataPoints\":[\(points.joined(separator: ","))]}}]}]}]}\n"
}
