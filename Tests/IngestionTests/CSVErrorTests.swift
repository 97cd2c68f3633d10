import Testing
import UsageModel

@testable import Ingestion

@Suite struct CSVErrorTests {
  @Test(arguments: [
    (
      "when,inn,out\n", 1,
      "no column 'in', which is mapped to prompt_tokens",
      "did you mean 'inn'? correct prompt_tokens in the source's columns; "
        + "the file has: when, inn, out"
    ),
    (
      "date;in\n", 1,
      "no column 'when', which is mapped to time",
      "correct time in the source's columns; the file has: date, in"
    ),
    (
      "in,when,in\n", 1,
      "two columns are called 'in'",
      "rename one of the columns 'in'"
    ),
    (
      "when,in\n2026-10-31,1\n2026-10-31\n", 3,
      "this row has 1 field, but the header has 2",
      "put a field that contains the separator or a line end in double quotes"
    ),
    (
      "when,in\n2026-10-31,1,250\n", 2,
      "this row has 3 fields, but the header has 2",
      "put a field that contains the separator or a line end in double quotes"
    ),
    (
      "when,in\n2026-10-31,ten\n", 2,
      "in is 'ten', which is not a number",
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      "when,in\n2026-10-31,\"1,250\"\n", 2,
      "in is '1,250', which is not a number",
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      "when,in\n2026-10-31,-1\n", 2,
      "in is '-1', which is negative",
      "correct the count, or remove the record"
    ),
    (
      "when,in\n2026-10-31,0.5\n", 2,
      "in is '0.5', which is not a whole number",
      "write a whole number, such as 1250 or 1250.0"
    ),
    (
      "when,in\n2026-10-31,9223372036854775808\n", 2,
      "in is '9223372036854775808', more than 2^63 − 1",
      "correct the count, or remove the record"
    ),
    (
      "when,in\n31.10.2026,1\n", 2,
      "when is '31.10.2026', which is not a time",
      "write it such as 2026-10-31, 2026-10-31 23:59:59 or 2026-10-31T23:59:59.1234567+01:00"
    ),
    (
      "when,in\n,1\n", 2,
      "when is '', which is not a time",
      "write it such as 2026-10-31, 2026-10-31 23:59:59 or 2026-10-31T23:59:59.1234567+01:00"
    ),
    (
      "when,in\n1969-12-31,1\n", 2,
      "when is '1969-12-31', which is not between 1970 and 2099",
      "correct the time, or remove the record"
    ),
    (
      "when,in\n\"a\nb\",1\n2026-10-31,\"1\n", 2,
      "when is 'a␊b', which is not a time",
      "write it such as 2026-10-31, 2026-10-31 23:59:59 or 2026-10-31T23:59:59.1234567+01:00"
    ),
    (
      "when,in\n2026-10-31,\"1\n2026-10-31,2\n", 2,
      "a quote opened in this row is never closed",
      "close the quote; a quote inside a quoted field is doubled"
    ),
    (
      "when,in\n2026-10-31,5\"\"\n", 2,
      "a quote in this row stands inside a field",
      "put the whole field in double quotes and double the quotes inside it"
    ),
    (
      "when,in\n2026-10-31,\"5\" \n", 2,
      "a quote in this row stands inside a field",
      "put the whole field in double quotes and double the quotes inside it"
    ),
    (
      "when,in\n2026-10-31,5000000000000000000\n2026-10-31,5000000000000000000\n", 3,
      "with this record, the tokens of its day add up to more than 2^63 − 1",
      "check the token counts of this day: one of them cannot be right"
    ),
  ])
  func `a row that cannot be counted is refused`(
    text: String, line: Int, problem: String, remedy: String
  ) {
    let mapping = CSVMapping(columns: [.time: "when", .promptTokens: "in"])

    let told = message(Array(text.utf8), as: .csv(mapping))

    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
    #expect(told == "\(problem)\n    → 1.txt:\(line)\n      \(shown)\n  fix: \(remedy)")
  }

  @Test func `a mapping without a time cannot be read`() {
    #expect(
      message(Array("a,b".utf8), as: .csv(CSVMapping(columns: [.promptTokens: "a"]))) == """
        no column is mapped to time
            → 1.txt:1
              a,b
          fix: add time to the source's columns in tokenbook.yml
        """)
  }

  @Test func `a metric without its tokens cannot be read`() {
    let mapping = CSVMapping(columns: [.time: "a", .metric: "b"])

    #expect(
      message(Array("a,b".utf8), as: .csv(mapping)) == """
        no column is mapped to tokens
            → 1.txt:1
              a,b
          fix: add tokens to the source's columns in tokenbook.yml
        """)
  }

  @Test func `a file that is not UTF-8 is refused`() {
    let bytes = Array("when,who\n2026-10-31,J".utf8) + [0xFC] + Array("rgen\n".utf8)

    #expect(
      message(bytes, as: .csv(CSVMapping(columns: [.time: "when"]))) == """
        this line is not UTF-8 text
            → 1.txt:2
              2026-10-31,J�rgen
          fix: save the file as UTF-8
        """)
  }

  @Test(arguments: ["", "\u{FEFF}", "\r\n\n"])
  func `a file without a header is refused`(text: String) {
    #expect(
      message(Array(text.utf8), as: .csv(CSVMapping(columns: [.time: "when"]))) == """
        the file '1.txt' is empty
          fix: remove it, or give a file whose first line names its columns
        """)
  }

  @Test func `a zone that does not exist is refused`() {
    let mapping = CSVMapping(columns: [.time: "when"], timeZoneOfData: "Europe/Bonn")

    #expect(
      message(Array("when".utf8), as: .csv(mapping)) == """
        no time zone is called 'Europe/Bonn'
          fix: give time_zone_of_data a name such as Europe/Berlin or UTC in tokenbook.yml
        """)
  }
}
