import Foundation
import Testing
import UsageModel

@testable import Ingestion

@Suite struct RepeatedItemTests {
  @Test func `a record repeated in a file counts once`() throws {
    let reading = try reading([
      [record("a", tokens: 1), record("b", tokens: 10), record("a", tokens: 1)]
        .joined(separator: "\n")
    ])

    #expect(reading.points.map(\.counts.prompt) == [11])
    #expect(reading.receipt == receipt(rows: 2, tokens: 11, repeated: 1))
  }

  @Test func `a copied file counts once`() throws {
    let file = (0..<100).map { record("id-\($0)", hour: $0 % 10, tokens: 1) }
      .joined(separator: "\n")

    let reading = try reading([file, file, file])

    #expect(reading.points.map(\.counts.prompt) == [100])
    #expect(
      reading.receipt
        == receipt(rows: 100, tokens: 100, lastHour: 9, repeated: 200))
  }

  @Test func `a copied file counts once where memory does not suffice for its hours`() throws {
    let file = (0..<100).map { record("id-\($0)", hour: $0 % 10, tokens: 1) }
      .joined(separator: "\n")

    try withFiles(["keep": ""]) { folder in
      let reading = try reading(
        [file, file], seen: SeenItems(itemsInMemory: 0, temporaryFolder: folder))

      #expect(reading.receipt == receipt(rows: 100, tokens: 100, lastHour: 9, repeated: 100))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keep"])
    }
  }

  @Test func `where its ids cannot be kept, an import fails as a whole`() {
    let file = (0..<5).map { record("a", hour: $0, tokens: 1) }.joined(separator: "\n")

    #expect(throws: IngestionError.idsNotKept(path: "/dev/null", reason: "Not a directory")) {
      try reading([file], seen: SeenItems(itemsInMemory: 0, temporaryFolder: "/dev/null"))
    }
  }

  @Test func `the same id in another hour is another record`() throws {
    let reading = try reading([
      record("a", hour: 0, tokens: 1), record("a", hour: 1, tokens: 10),
      record("a", hour: 0, tokens: 1),
    ])

    #expect(reading.receipt == receipt(rows: 2, tokens: 11, lastHour: 1, repeated: 1))
  }

  @Test(arguments: [
    #""Min":1"#, #""_ItemId":null"#, #""_ItemId":"""#, #""_ItemId":7"#, #""_ItemId":{"a":[1]}"#,
    #""_ItemId":["a"]"#, #""_itemid":"a""#, #""Properties":{"_ItemId":"a"}"#,
  ])
  func `records without an id are never repeated`(field: String) throws {
    let line = record(field: field, tokens: 1)

    let reading = try reading([line + "\n" + line, line])

    #expect(reading.receipt == receipt(rows: 3, tokens: 3))
  }

  @Test func `an id is its text, however it is escaped`() throws {
    let reading = try reading([
      [
        record(field: #""_ItemId":"aé/\"""#, tokens: 1),
        record(field: #""_ItemId":"\u0061\u00e9\/\u0022""#, tokens: 1),
        record(field: #""_Item\u0049d":"aé/\"""#, tokens: 1),
        record(field: #""_ItemId":"a\u00e9""#, tokens: 10),
      ].joined(separator: "\n")
    ])

    #expect(reading.receipt == receipt(rows: 2, tokens: 11, repeated: 2))
  }

  @Test func `another metric in tokens counts once, one in anything else has no ids`() throws {
    let lines = [
      record("a", name: "Prompt Audio Tokens", tokens: 5),
      record("a", name: "Prompt Audio Tokens", tokens: 5),
      record("b", name: "HeartbeatState", tokens: 1),
      record("b", name: "HeartbeatState", tokens: 1),
      record("b", tokens: 1),
    ]

    let reading = try reading([lines.joined(separator: "\n")])

    #expect(reading.others.map(\.tokens) == [5])
    var expected = receipt(rows: 1, tokens: 6, repeated: 1)
    expected.ignoredMetrics = ["HeartbeatState": 2]
    #expect(reading.receipt == expected)
  }

  @Test func `two ids in a record are refused`() {
    let line = record(field: #""_ItemId":"a","_ItemId":"b""#, tokens: 1)

    #expect(
      message(Array(line.utf8), as: .azureMonitorExport(.recommended)) == """
        this record has '_ItemId' twice
            → 1.txt:1
              {"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Prompt Tokens","Sum":1,"_ItemId"…
          fix: keep one '_ItemId'
        """)
  }

  private func record(
    _ id: String, name: String = "Prompt Tokens", hour: Int = 0, tokens: Int
  ) -> String {
    record(field: #""_ItemId":"\#(id)""#, name: name, hour: hour, tokens: tokens)
  }

  private func record(
    field: String, name: String = "Prompt Tokens", hour: Int = 0, tokens: Int
  ) -> String {
    #"{"TimeGenerated":"2026-11-22T0\#(hour):00:00Z","Name":"\#(name)","Sum":\#(tokens),\#(field)}"#
  }

  private func receipt(
    rows: Int64, tokens: Int64, lastHour: Int64 = 0, repeated: Int64 = 0
  ) -> UsageReceipt {
    UsageReceipt(
      days: [
        day("2026-11-22"): DayReceipt(
          rows: rows, tokens: tokens, first: moment("2026-11-22"),
          last: moment("2026-11-22", seconds: lastHour * 3600))
      ],
      repeatedItems: repeated)
  }
}
