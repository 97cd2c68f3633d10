import Testing
import UsageModel

@testable import Ingestion

@Suite struct AzureMonitorExportErrorTests {
  @Test(arguments: [
    (
      #"{"TimeGenerated":"2026-11-22T00:0"#,
      "this line is not JSON",
      "give one whole JSON object a line; if the line was cut off, export the file again"
    ),
    (
      #"{"Name":"Prompt Tokens","Sum":1} {}"#,
      "this line is not JSON",
      "give one whole JSON object a line; if the line was cut off, export the file again"
    ),
    (
      #"{"Name":"Prompt Tokens","Sum":1,"Nobody":{"reads":[tru]}}"#,
      "this line is not JSON",
      "give one whole JSON object a line; if the line was cut off, export the file again"
    ),
    (
      #"[{"Name":"Prompt Tokens"}]"#,
      "this line is JSON, but not an object",
      "give one JSON object a line, as the data export of Azure Monitor writes it"
    ),
    (
      #"{"Name":"Prompt Tokens","Sum":1}"#,
      "this record has no TimeGenerated",
      "export the column TimeGenerated; every record needs it"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00","Name":"Total Tokens","Sum":1}"#,
      "TimeGenerated is '2026-11-22T00:00:00', which is not a UTC time",
      "write it such as 2026-10-31T23:59:59.1234567Z"
    ),
    (
      #"{"TimeGenerated":"2026-11-22","Name":"Total Tokens","Sum":1}"#,
      "TimeGenerated is '2026-11-22', which is not a UTC time",
      "write it such as 2026-10-31T23:59:59.1234567Z"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00+01:00","Name":"Total Tokens","Sum":1}"#,
      "TimeGenerated is '2026-11-22T00:00:00+01:00', which is not a UTC time",
      "write it such as 2026-10-31T23:59:59.1234567Z"
    ),
    (
      #"{"TimeGenerated":1795305600,"Name":"Total Tokens","Sum":1}"#,
      "TimeGenerated is '1795305600', which is not a UTC time",
      "write it such as 2026-10-31T23:59:59.1234567Z"
    ),
    (
      #"{"TimeGenerated":"0001-01-01T00:00:00Z","Name":"Total Tokens","Sum":1}"#,
      "TimeGenerated is '0001-01-01T00:00:00Z', which is not between 1970 and 2099",
      "correct the time, or remove the record"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Sum":1}"#,
      "this record has no Name",
      "export the column Name; every record needs it"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":null}"#,
      "this record has no Sum",
      "export the column Sum; every record needs it"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":"12"}"#,
      #"Sum is '"12"', which is not a number"#,
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":"NaN"}"#,
      #"Sum is '"NaN"', which is not a number"#,
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":NaN}"#,
      "this line is not JSON",
      "give one whole JSON object a line; if the line was cut off, export the file again"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":-1}"#,
      "Sum is '-1', which is negative",
      "correct the count, or remove the record"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":1.5}"#,
      "Sum is '1.5', which is not a whole number",
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":1e19}"#,
      "Sum is '1e19', more than 2^63 − 1",
      "correct the count, or remove the record"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":1,"ItemCount":0.5}"#,
      "ItemCount is '0.5', which is not a whole number",
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":1,"Sum":1}"#,
      "this record has 'Sum' twice",
      "keep one 'Sum'"
    ),
    (
      #"{"Properties":{"Model":"a","Mode\u006c":"b"}}"#,
      "this record has 'Model' twice",
      "keep one 'Model'"
    ),
    (
      #"{"Properties":{"Model":["a"]}}"#,
      "'Model' holds an object or a list, not one value",
      "write 'Model' as a text or a number"
    ),
    (
      #"{"Properties":["a"]}"#,
      "Properties is not an object",
      "write Properties as an object of names and texts"
    ),
    (
      #"{"Properties":"{\"Model\":\"a\"} x"}"#,
      "Properties is not an object",
      "write Properties as an object of names and texts"
    ),
    (
      #"{"Type":"AppTraces","Message":"hello"}"#,
      "this record's Type is 'AppTraces', not 'AppMetrics'",
      "give AppMetrics records only; the data export keeps them in the container am-appmetrics"
    ),
  ])
  func `a record that cannot be counted is refused`(line: String, problem: String, remedy: String) {
    let good = #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":1}"#

    let told = message(
      Array("\(good)\n\n\(line)\n\(good)".utf8), as: .azureMonitorExport(.recommended))

    let shown = line.count > 80 ? line.prefix(80) + "…" : line[...]
    #expect(told == "\(problem)\n    → 1.txt:3\n      \(shown)\n  fix: \(remedy)")
  }

  /// The last line is moved to where the one before it stood, whose bytes then lie behind it: to
  /// simdjson a `,` there was the next element, and a `}` the end of the record.
  @Test(arguments: [
    (#"{"Nested":{"a":[1,{"b":[true]}"#, ","), (#"{"Nested":{"b":1}"#, "}"),
    (#"{"a":[{"b":[1,{}"#, "]"),
  ])
  func `a torn last line is refused whatever the line before it held`(torn: String, byte: String) {
    let key = String(repeating: byte, count: torn.utf8.count + 40)
    let first = #"{"\#(key)":1,"Name":"Requests"}"#

    #expect(
      message(Array("\(first)\n\(torn)".utf8), as: .azureMonitorExport(.recommended)) == """
        this line is not JSON
            → 1.txt:2
              \(torn)
          fix: give one whole JSON object a line; if the line was cut off, export the file again
        """)
  }

  @Test func `control characters of a line are shown as pictures`() {
    let told = message(Array("{\u{1B}[31m\t\u{202E}é".utf8), as: .azureMonitorExport(.recommended))

    #expect(
      told == """
        this line is not JSON
            → 1.txt:1
              {␛[31m␉�é
          fix: give one whole JSON object a line; if the line was cut off, export the file again
        """)
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    let line = Array(#"{"Name":"Prompt "#.utf8) + [0xFF] + Array(#"Tokens"}"#.utf8)

    #expect(
      message(line, as: .azureMonitorExport(.recommended)) == """
        this line is not UTF-8 text
            → 1.txt:1
              {"Name":"Prompt �Tokens"}
          fix: save the file as UTF-8
        """)
  }

  @Test func `a line of more than 16 MiB is refused`() {
    let line = [UInt8](repeating: 0x78, count: LineReader.longestLine + 1)

    #expect(
      message(line, as: .azureMonitorExport(.recommended)) == """
        this line is longer than 16 MiB
            → 1.txt:1
              xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          fix: give a file with one record a line
        """)
  }

  @Test func `counts that add up to too much are refused`() {
    let line = #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":5e18}"#

    #expect(
      message(Array("\(line)\n\(line)".utf8), as: .azureMonitorExport(.recommended)) == """
        with this record, the tokens of its day add up to more than 2^63 − 1
            → 1.txt:2
              {"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Total Tokens","Sum":5e18}
          fix: check the token counts of this day: one of them cannot be right
        """)
  }

  @Test func `a file that cannot be opened is named`() throws {
    let source = UsageSource(
      name: "export", paths: [], format: .azureMonitorExport(.recommended))

    #expect(
      throws: IngestionError.unreadable(path: "nowhere.json", reason: "No such file or directory")
    ) {
      try readUsage(
        of: source, files: ["nowhere.json"], calendar: try calendar("UTC"), progress: { _ in },
        receive: { _ in })
    }
    #expect(
      message(.unreadable(path: "a.json", reason: "Permission denied")) == """
        cannot read 'a.json': Permission denied
          fix: make it a file that this user may read
        """)
    #expect(
      message(.outOfMemory) == """
        there is not enough memory to read records
          fix: free some memory and import again
        """)
  }
}
