import Foundation
import Testing

/// Whole files that are not what they should be, and what looks wrong and is not.
@Suite struct FileFaultTests {
  @Test(arguments: [
    Mistake(
      "an empty CSV file", ["import"], status: 65,
      errors: """
        error: the file 'DIR/usage.csv' is empty
          fix: remove it, or give a file whose first line names its columns
        """
    ) { try $0.write("", to: "usage.csv") },
    Mistake(
      "a folder without files", ["import", "empty"], status: 66,
      errors: """
        error: the folder 'empty' has no file ending in .csv, with or without .gz
          fix: put the exported files there, or give another path
        """
    ) { try $0.write("", to: "empty/notes.txt") },
    Mistake(
      "a header that is not UTF-8, though bad lines are skipped", ["import", "--skip-bad-lines"],
      status: 65,
      errors: """
        error: this line is not UTF-8 text
            → DIR/usage.csv:1
              time,�
          fix: save the file as UTF-8
        """
    ) { try $0.write(Array("time,".utf8) + [0xFF, 0x0A], to: "usage.csv") },
    Mistake(
      "a header that lacks a column, though bad lines are skipped", ["import", "--skip-bad-lines"],
      status: 65,
      errors: """
        error: no column 'prompt', which is mapped to prompt_tokens
            → DIR/usage.csv:1
              time,subscription,user,completion
          fix: correct prompt_tokens in the source's columns; the file has: time, subscription, user, \
        completion
        """
    ) { try $0.write("time,subscription,user,completion\n", to: "usage.csv") },
  ])
  func `a file that cannot be read is refused and nothing changes`(mistake: Mistake) throws {
    try mistake.check()
  }

  @Test func `an export without records is no mistake`() throws {
    let folder = try FaultyWorkbook.built()
    try folder.write("", to: "export.jsonl")
    let dump = try folder.dump()

    let outcome = try folder.tokenbook(["import", "--source", "export"])

    #expect(outcome.output == "export: nothing new in 0 records\n")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(try folder.dump() == dump)
  }

  @Test func `a file that grows while it is read is refused, and nothing changes`() throws {
    let folder = try FaultyWorkbook.built()
    let lines = String(repeating: FaultyWorkbook.record(tokens: 1) + "\n", count: 100_000)
    try folder.write(lines, to: "export.jsonl")
    let dump = try folder.dump()

    // Blank lines come all the while: but for these, the file is fine.
    let outcome = try Executable.run(
      program: "/bin/bash",
      [
        "-c",
        """
        (while :; do echo >> export.jsonl; done) & writer=$!
        "$0" import --source export
        status=$?
        kill -9 $writer
        exit $status
        """, Executable.path,
      ], in: folder.url)

    #expect(
      outcome.errors.replacing(folder.path, with: "DIR") == """
        error: 'DIR/export.jsonl' changed while it was read
          fix: wait until it is written, and import again

        """)
    #expect(outcome.status == 65)
    #expect(try folder.dump() == dump)
  }

  @Test(arguments: [
    ("a byte order mark", "\u{FEFF}" + record(), "unknown,unknown,unknown,12"),
    ("line ends of Windows", record() + "\r\n\r\n", "unknown,unknown,unknown,12"),
    ("a whole number with a fraction of zero", record(sum: "12.0"), "unknown,unknown,unknown,12"),
    ("a whole number with an exponent", record(sum: "1.2E1"), "unknown,unknown,unknown,12"),
    ("no properties", record(properties: "null"), "unknown,unknown,unknown,12"),
    (
      "ids that are empty or null",
      record(properties: #"{"Subscription ID":"","API ID":null,"Model":""}"#),
      "unknown,unknown,unknown,12"
    ),
    (
      "ids that are numbers", record(properties: #"{"Subscription ID":7,"Model":true}"#),
      "7,unknown,true,12"
    ),
    (
      "keys twice that nobody reads", record(properties: #"{"Region":"a","Region":"b"}"#),
      "unknown,unknown,unknown,12"
    ),
    (
      "nesting that is not deep",
      record(
        properties: "{\"a\":" + String(repeating: "[", count: 60)
          + String(repeating: "]", count: 60) + "}"), "unknown,unknown,unknown,12"
    ),
    (
      "an escaped NUL in an id", record(properties: #"{"Model":"a\u0000b"}"#),
      "unknown,unknown,a\u{FFFD}b,12"
    ),
  ])
  func `what looks wrong and is not is read`(name: String, text: String, row: String) throws {
    let folder = try FaultyWorkbook.built()
    try folder.write(text, to: "export.jsonl")

    let outcome = try folder.tokenbook(["import", "--source", "export"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try folder.rows(
        "select subscription, feature, model, tokens from charges where day = '2026-10-03'")
        == [row])
  }

  @Test func `a date that cannot be right is taken where it is asked for`() throws {
    let folder = try FaultyWorkbook.built()
    try folder.write(
      FaultyWorkbook.record(tokens: 1, day: "2014-12-31") + "\n"
        + FaultyWorkbook.record(tokens: 2, day: "2099-12-31") + "\n", to: "export.jsonl")

    let outcome = try folder.tokenbook(["import", "--source", "export", "--accept-dates"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try folder.rows("select min(first_day) as first, max(last_day) as last from pulls")
        == ["2014-12-31,2099-12-31"])
  }
}

private func record(sum: String = "12", properties: String = "{}") -> String {
  #"{"TimeGenerated":"2026-10-03T08:00:00Z","Name":"Total Tokens","Sum":\#(sum),"#
    + #""Properties":\#(properties)}"#
}
