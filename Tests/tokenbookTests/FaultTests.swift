import Foundation
import Testing

private let wholeObject =
  "give one whole JSON object a line; if the line was cut off, export the file again"
private let wholeNumber = "write a whole number, such as 1250 or 1250.0"
private let impossibleCount = "correct the count, or remove the record"
private let rightDate = "correct the time; if it is right, import with --accept-dates"

private let deeplyNested: String =
  "{\"a\":" + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}"

/// Everything that can be wrong with a line. Nothing is imported then, and nothing has changed; with
/// `--skip-bad-lines` all but the line is.
@Suite struct FaultTests {
  static let faults: [Fault] = jsonLineFaults + csvFaults

  private static let jsonLineFaults: [Fault] = [
    Fault(
      "malformed JSON", #"{"TimeGenerated" "2026-10-03T08:00:00Z"}"#,
      problem: "this line is not JSON", remedy: wholeObject, skipped: "not a JSON object"),
    Fault(
      "a line cut off", #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Tot"#,
      problem: "this line is not JSON", remedy: wholeObject, skipped: "not a JSON object"),
    Fault(
      "a list", #"[{"Name":"Total Tokens"}]"#, problem: "this line is JSON, but not an object",
      remedy: "give one JSON object a line, as the data export of Azure Monitor writes it",
      skipped: "not a JSON object"),
    Fault(
      "bytes that are not UTF-8",
      bytes(#"{"Name":"Total T"#, 0xFF, #"okens"}"#),
      excerpt: #"{"Name":"Total T�okens"}"#, problem: "this line is not UTF-8 text",
      remedy: "save the file as UTF-8", skipped: "not UTF-8 text"),
    Fault(
      "a NUL byte", bytes(#"{"Name":"Total"#, 0, #"Tokens"}"#),
      excerpt: #"{"Name":"Total␀Tokens"}"#, problem: "this line is not JSON", remedy: wholeObject,
      skipped: "not a JSON object"),
    Fault(
      "NaN", #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens","Sum":NaN}"#,
      problem: "this line is not JSON", remedy: wholeObject, skipped: "not a JSON object"),
    Fault(
      "a negative count",
      #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens","Sum":-5}"#,
      problem: "Sum is '-5', which is negative", remedy: impossibleCount,
      skipped: "a count below zero"),
    Fault(
      "a fraction", #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens","Sum":1.5}"#,
      problem: "Sum is '1.5', which is not a whole number", remedy: wholeNumber,
      skipped: "a count with a fraction"),
    Fault(
      "a huge count",
      #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens","Sum":1e19}"#,
      problem: "Sum is '1e19', more than 2^63 − 1", remedy: impossibleCount,
      skipped: "a count that is too large"),
    Fault(
      "counts that do not add up to a number",
      FaultyWorkbook.record(tokens: 9_223_372_036_854_775_806),
      problem: "with this record, the tokens of its day add up to more than 2^63 − 1",
      remedy: "check the token counts of this day: one of them cannot be right", skipped: nil),
    Fault(
      "a number as a string",
      #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens","Sum":"12"}"#,
      problem: #"Sum is '"12"', which is not a number"#, remedy: wholeNumber,
      skipped: "a count that is no number"),
    Fault(
      "no count", #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens"}"#,
      problem: "this record has no Sum", remedy: "export the column Sum; every record needs it",
      skipped: "a key that is missing"),
    Fault(
      "no time", #"{"Name":"Total Tokens","Sum":1}"#, problem: "this record has no TimeGenerated",
      remedy: "export the column TimeGenerated; every record needs it",
      skipped: "a key that is missing"),
    Fault(
      "a time of 1970",
      #"{"TimeGenerated":"1970-01-01T00:00:00Z","Name":"Total Tokens","Sum":1}"#,
      problem: "this record is dated 1970-01-01, and before 2015-01-01 nothing like it was metered",
      remedy: rightDate, skipped: "a date that cannot be right"),
    Fault(
      "a time to come",
      #"{"TimeGenerated":"2099-12-31T00:00:00Z","Name":"Total Tokens","Sum":1}"#,
      problem: "this record is dated 2099-12-31, a day that has not come yet", remedy: rightDate,
      skipped: "a date that cannot be right"),
    Fault(
      "a time of 2100",
      #"{"TimeGenerated":"2100-01-01T00:00:00Z","Name":"Total Tokens","Sum":1}"#,
      problem: "TimeGenerated is '2100-01-01T00:00:00Z', which is not between 1970 and 2099",
      remedy: "correct the time, or remove the record", skipped: "a time that cannot be read"),
    Fault(
      "a key twice",
      #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens","Sum":1,"Sum":2}"#,
      problem: "this record has 'Sum' twice", remedy: "keep one 'Sum'",
      skipped: "a key that is there twice"),
    Fault(
      "a list in place of an id", #"{"Properties":{"Model":["a","b"]}}"#,
      problem: "'Model' holds an object or a list, not one value",
      remedy: "write 'Model' as a text or a number",
      skipped: "a list or an object in place of a value"),
    Fault(
      "deep nesting", deeplyNested,
      problem: "this line has objects or lists inside each other to a depth of more than 64",
      remedy: "export the metrics again; their records are not nested",
      skipped: "nested too deeply"),
    Fault(
      "a line of 100 MB", [UInt8](repeating: 0x78, count: 100_000_000),
      excerpt: String(repeating: "x", count: 80) + "…", problem: "this line is longer than 16 MiB",
      remedy: "give a file with one record a line", skipped: "longer than 16 MiB"),
    Fault(
      "another table's record", #"{"Type":"AppTraces","Message":"hello"}"#,
      problem: "this record's Type is 'AppTraces', not 'AppMetrics'",
      remedy:
        "give AppMetrics records only; the data export keeps them in the container am-appmetrics",
      skipped: "a record of another table"),
  ]

  private static let csvFaults: [Fault] = [
    Fault(
      "a row of CSV with text for a count", kind: .csv, "2026-10-03,sub-web,ann,ten,1",
      problem: "prompt is 'ten', which is not a number", remedy: wholeNumber,
      skipped: "a count that is no number"),
    Fault(
      "a row of CSV with a NUL byte", kind: .csv, bytes("2026-10-03,sub-web,ann,1", 0, ","),
      excerpt: "2026-10-03,sub-web,ann,1␀,", problem: "prompt is '1␀', which is not a number",
      remedy: wholeNumber, skipped: "a count that is no number"),
    Fault(
      "a row of CSV that was cut off", kind: .csv, "2026-10-03,sub-we",
      problem: "this row has 2 fields, but the header has 5",
      remedy: "put a field that contains the separator or a line end in double quotes",
      skipped: "another number of fields than the header"),
    Fault(
      "a row of CSV with an open quote", kind: .csv, "2026-10-03,\"sub-web,ann,1,1",
      problem: "a quote opened in this row is never closed",
      remedy: "close the quote; a quote inside a quoted field is doubled",
      skipped: "a quote that is not closed"),
    Fault(
      "a row of CSV with a quote inside", kind: .csv, "2026-10-03,5\"\",ann,1,1",
      problem: "a quote in this row stands inside a field",
      remedy: "put the whole field in double quotes and double the quotes inside it",
      skipped: "a quote inside a field"),
    Fault(
      "a row of CSV of another day than one of ours", kind: .csv, "31.10.2026,sub-web,ann,1,1",
      problem: "time is '31.10.2026', which is not a time",
      remedy:
        "write it such as 2026-10-31, 2026-10-31 23:59:59 or 2026-10-31T23:59:59.1234567+01:00",
      skipped: "a time that cannot be read"),
    Fault(
      "a row of CSV of 1970", kind: .csv, "1970-01-01,sub-web,ann,1,1",
      problem: "this record is dated 1970-01-01, and before 2015-01-01 nothing like it was metered",
      remedy: rightDate, skipped: "a date that cannot be right"),
  ]

  @Test(arguments: faults)
  func `a faulty line stops the import, is shown, and changes nothing`(fault: Fault) throws {
    let folder = try FaultyWorkbook.built()
    try folder.write(fault.bytes, to: fault.file)
    let dump = try folder.dump()
    let site = try folder.tree("site")

    let outcome = try folder.tokenbook(["import", "--source", fault.source])

    #expect(outcome.errors == fault.errors)
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(try folder.dump() == dump)
    #expect(differences(site, try folder.tree("site")) == [])
  }

  @Test(arguments: faults)
  func `a faulty line that is skipped takes nothing else with it`(fault: Fault) throws {
    let folder = try FaultyWorkbook.built()
    try folder.write(fault.bytes, to: fault.file)
    let dump = try folder.dump()

    let outcome = try folder.tokenbook(
      ["import", "--source", fault.source, "--skip-bad-lines", "--quiet"])

    guard let skipped = fault.skipped else {
      #expect(outcome.errors == fault.errors)
      #expect(outcome.status == 65)
      #expect(try folder.dump() == dump)
      return
    }
    #expect(
      outcome.errors == """
        warning: 1 line of source '\(fault.source)' could not be read and was skipped
          1 line: \(skipped)
            \(fault.problem)
                → DIR/\(fault.file):\(fault.lineNumber)
                  \(fault.excerpt)
          fix: correct the lines, and import their files again

        """)
    #expect(outcome.status == 1)
    #expect(
      try folder.rows("select sum(tokens) as tokens from metered where day = '2026-10-03'") == ["8"]
    )
    #expect(
      try folder.rows("select * from skipped") == [
        "\(fault.source),\(fault.file),\(skipped),1,\(fault.lineNumber),2026-10-03,2026-10-03"
      ])
  }
}

/// A text with a byte in it that is none.
private func bytes(_ start: String, _ byte: UInt8, _ end: String) -> [UInt8] {
  Array(start.utf8) + CollectionOfOne(byte) + Array(end.utf8)
}
