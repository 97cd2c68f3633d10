import Testing
import UsageModel

@testable import Ingestion

/// The shapes of one record in Azure's different exports.
@Suite struct RecordShapeTests {
  @Test func `a customMetrics record is the AppMetrics record under other names`() throws {
    let appMetrics = #"""
      {"TimeGenerated":"2026-11-22T09:14:00.0000000Z","Name":"Total Tokens","ItemCount":4,"Sum":1250.0,"Min":12.0,"Max":880.0,"Properties":{"Subscription ID":"hr","User ID":"u1","API ID":"chat","Model":"jade"},"Type":"AppMetrics","_ItemId":"5a6ae031"}
      """#
    let custom = #"""
      {"timestamp":"2026-11-22T09:14:00Z","name":"Total Tokens","value":1250,"valueSum":1250,"valueCount":4,"valueMin":12,"valueMax":880,"valueStdDev":null,"itemCount":1,"customDimensions":{"Subscription ID":"hr","User ID":"u1","API ID":"chat","Model":"jade"},"itemType":"customMetric","itemId":"5a6ae031"}
      """#
    let quoted = #"""
      {"timestamp":"2026-11-22T09:14:00Z","name":"Total Tokens","valueSum":1250,"valueCount":4,"customDimensions":"{\"Subscription ID\":\"hr\",\"User ID\":\"u1\",\"API ID\":\"chat\",\"Model\":\"jade\"}","itemType":"customMetric"}
      """#
    // What remains where only the columns of a plain query were kept.
    let plain = #"""
      {"timestamp":"2026-11-22T09:14:00Z","name":"Total Tokens","value":1250,"itemCount":4,"customDimensions":{"Subscription ID":"hr","User ID":"u1","API ID":"chat","Model":"jade"}}
      """#

    let expected = [
      UsagePoint(
        series: SeriesKey(subscription: "hr", user: "u1", feature: "chat", model: "jade"),
        day: day("2026-11-22"), utcMonth: month("2026-11"),
        counts: TokenCounts(total: 1250, requests: 4))
    ]
    for record in [appMetrics, custom, quoted, plain] {
      #expect(try reading([record]).points == expected)
    }
    // The ids of both shapes are of one kind: the second record is the first one again.
    #expect(try reading([appMetrics, custom]).receipt.repeatedItems == 1)
  }

  @Test func `diagnostic settings write time for TimeGenerated, and no item id`() throws {
    let record =
      #"{"time":"2026-11-22T23:59:59.9485302Z","resourceId":"/SUBSCRIPTIONS/S","Type":"AppMetrics","Properties":{"Model":"jade"},"Name":"Prompt Tokens","Sum":7,"Min":0,"Max":0,"ItemCount":1}"#

    let points = try reading([record]).points

    #expect(points.map(\.day) == [day("2026-11-22")])
    #expect(points.map(\.series.model) == ["jade"])
    #expect(points.map(\.counts) == [TokenCounts(prompt: 7)])
  }

  @Test func `a line may be a batch of records`() throws {
    let lines = [
      #"{"records":[{"time":"2026-11-21T18:14:48Z","Type":"AppMetrics","Properties":{"ProcessId":"7588"},"Name":"HeartbeatState","Sum":0,"ItemCount":1},\#(prompt(1)), \#(prompt(20)) ]}"#,
      #"{"records":[]}"#,
      prompt(300),
      #" { "records" : [ \#(prompt(4000)) ] , "from" : "hub" } "#,
    ]

    let reading = try reading([lines.joined(separator: "\n")])

    #expect(reading.points.map(\.counts) == [TokenCounts(prompt: 4321)])
    #expect(reading.receipt.ignoredMetrics == ["HeartbeatState": 1])
    #expect(reading.receipt.days[day("2026-11-22")]?.rows == 4)
  }

  @Test func `a record of a batch counts once with its id`() throws {
    let record =
      #"{"time":"2026-11-22T00:00:00Z","Name":"Prompt Tokens","Sum":1,"_ItemId":"a"}"#

    let reading = try reading([#"{"records":[\#(record),\#(record)]}"#, record])

    #expect(reading.points.map(\.counts) == [TokenCounts(prompt: 1)])
    #expect(reading.receipt.repeatedItems == 2)
  }

  @Test(arguments: [
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","timestamp":"2026-11-22T00:00:00Z"}"#,
      "this record has both 'TimeGenerated' and 'timestamp', which say the same thing",
      "keep 'TimeGenerated' or 'timestamp', whichever is right"
    ),
    (
      #"{"name":"Total Tokens","Sum":1,"valueSum":1}"#,
      "this record has both 'Sum' and 'valueSum', which say the same thing",
      "keep 'Sum' or 'valueSum', whichever is right"
    ),
    (
      #"{"Properties":{},"customDimensions":{}}"#,
      "this record has both 'Properties' and 'customDimensions', which say the same thing",
      "keep 'Properties' or 'customDimensions', whichever is right"
    ),
    (
      #"{"records":[],"Name":"Total Tokens"}"#,
      "this record has both 'records' and 'Name', which say the same thing",
      "keep 'records' or 'Name', whichever is right"
    ),
    (
      #"{"name":"Total Tokens","valueSum":1}"#,
      "this record has no timestamp",
      "export the column timestamp; every record needs it"
    ),
    (
      #"{"timestamp":"2026-11-22T00:00:00Z","valueSum":1}"#,
      "this record has no name",
      "export the column name; every record needs it"
    ),
    (
      #"{"timestamp":"2026-11-22T00:00:00Z","name":"Total Tokens"}"#,
      "this record has no valueSum",
      "export the column valueSum; every record needs it"
    ),
    (
      #"{"timestamp":"yesterday","name":"Total Tokens","value":1}"#,
      "timestamp is 'yesterday', which is not a UTC time",
      "write it such as 2026-10-31T23:59:59.1234567Z"
    ),
    (
      #"{"timestamp":"2026-11-22T00:00:00Z","name":"Total Tokens","value":-1}"#,
      "value is '-1', which is negative",
      "correct the count, or remove the record"
    ),
    (
      #"{"timestamp":"2026-11-22T00:00:00Z","name":"Total Tokens","value":1,"valueCount":0.5}"#,
      "valueCount is '0.5', which is not a whole number",
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      #"{"name":"Total Tokens","customDimensions":"[]"}"#,
      "customDimensions is not an object",
      "write customDimensions as an object of names and texts"
    ),
    (
      #"{"itemType":"trace","message":"hello"}"#,
      "this record's itemType is 'trace', not 'customMetric'",
      "give customMetric records only; the table customMetrics holds no others"
    ),
    (
      #"{"records":[{"Name":"HeartbeatState"},{"Name":"Total Tokens"}]}"#,
      "record 2 of this line: this record has no TimeGenerated",
      "export the column TimeGenerated; every record needs it"
    ),
    (
      #"{"records":[{"Name":"HeartbeatState"},["Name"]]}"#,
      "record 2 of this line is not an object",
      "write every record of the batch as one JSON object"
    ),
    (
      #"{"records":[{"Name":"HeartbeatState","Sum":tru}]}"#,
      "record 1 of this line: this line is not JSON",
      "give one whole JSON object a line; if the line was cut off, export the file again"
    ),
    (
      #"{"records":[{"Name":"HeartbeatState"}"#,
      "this line is not JSON",
      "give one whole JSON object a line; if the line was cut off, export the file again"
    ),
  ])
  func `a record that says two things, or too little, is refused`(
    line: String, problem: String, remedy: String
  ) {
    let told = message(Array("\n\(line)".utf8), as: .azureMonitorExport(.recommended))

    let shown = line.count > 80 ? line.prefix(80) + "…" : line[...]
    #expect(told == "\(problem)\n    → 1.txt:2\n      \(shown)\n  fix: \(remedy)")
  }

  private func prompt(_ tokens: Int) -> String {
    #"{"time":"2026-11-22T18:14:48Z","Name":"Prompt Tokens","Sum":\#(tokens),"ItemCount":1}"#
  }
}
