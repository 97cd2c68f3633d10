import Testing
import UsageModel

@testable import Ingestion

@Suite struct UsageReportErrorTests {
  @Test(arguments: [
    (
      "{\n  \"data\": [\n",
      """
      the JSON document that begins here has no end
          → 1.txt:1
            {
        fix: fetch or export the file again
      """
    ),
    (
      "\n{\"data\":[}",
      """
      the JSON document that begins here has no end
          → 1.txt:2
            {"data":[}
        fix: fetch or export the file again
      """
    ),
    (
      "{\"data\":[,]}",
      """
      this is not one whole JSON document
          → 1.txt:1
            {"data":[,]}
        fix: fetch or export the file again
      """
    ),
    (
      #"{"error":{"message":"no"}}"#,
      """
      this document has no data
          → 1.txt:1
            {"error":{"message":"no"}}
        fix: give files of the source's kind only
      """
    ),
    (
      #"{"data":7}"#,
      """
      'data' is not a list
          → 1.txt:1
            {"data":7}
        fix: fetch or export the file again, as it was sent
      """
    ),
    (
      #"{"data":[],"data":[]}"#,
      """
      this record has 'data' twice
          → 1.txt:1
            {"data":[],"data":[]}
        fix: keep one 'data'
      """
    ),
    (
      page(#"{"input_tokens":-5}"#),
      """
      input_tokens is '-5', which is negative
          → 1.txt:1
            {"data":[{"start_time":1795305600,"end_time":1795392000,"results":[{"input_token…
        fix: correct the count, or remove the record
      """
    ),
    (
      page(#"{"input_tokens":"5"}"#),
      """
      input_tokens is '"5"', which is not a number
          → 1.txt:1
            {"data":[{"start_time":1795305600,"end_time":1795392000,"results":[{"input_token…
        fix: write a whole number, such as 1250 or 1250.0
      """
    ),
    (
      page(#"{"input_tokens":99999999999999999999}"#),
      """
      a number here is not written as JSON writes them, or is too large
          → 1.txt:1
            {"data":[{"start_time":1795305600,"end_time":1795392000,"results":[{"input_token…
        fix: correct the number, or fetch the file again
      """
    ),
    (
      page(#"{"model":"a"}"#),
      """
      a result has no input_tokens
          → 1.txt:1
            {"data":[{"start_time":1795305600,"end_time":1795392000,"results":[{"model":"a"}…
        fix: fetch or export the file again, as it was sent
      """
    ),
    (
      page(#"{"input_tokens":1}"#) + "\n" + page(#"{"input_tokens":2}"#),
      """
      the bucket of 2026-11-22T00:00:00Z and this group was there before, with other counts
          → 1.txt:2
            {"data":[{"start_time":1795305600,"end_time":1795392000,"results":[{"input_token…
        fix: give only the newest file of these days
      """
    ),
    (
      page("").replacing("1795392000", with: "1795392001"),
      """
      a bucket is longer than a day
          → 1.txt:1
            {"data":[{"start_time":1795305600,"end_time":1795392001,"results":[]}]}
        fix: ask for buckets of a day, an hour or a minute
      """
    ),
    (
      page("").replacing("1795305600", with: "99999999999"),
      """
      start_time is '99999999999', which is not a time from 1970 to 2099
          → 1.txt:1
            {"data":[{"start_time":99999999999,"end_time":1795392000,"results":[]}]}
        fix: fetch or export the file again, as it was sent
      """
    ),
  ])
  func `what is wrong is named`(text: String, told: String) {
    #expect(message(Array(text.utf8), as: .openAIUsage(ReportMapping())) == told)
  }

  @Test func `a time without a zone is refused`() {
    let text = #"{"data":[{"starting_at":"2026-11-22","ending_at":"2026-11-23"}]}"#

    #expect(
      message(Array(text.utf8), as: .anthropicUsage(ReportMapping())) == """
        starting_at is '2026-11-22', which is not a time from 1970 to 2099
            → 1.txt:1
              {"data":[{"starting_at":"2026-11-22","ending_at":"2026-11-23"}]}
          fix: fetch or export the file again, as it was sent
        """)
  }

  @Test func `a document of more than 16 MiB is refused`() {
    let text = "{\"data\":[\n" + String(repeating: "{},\n", count: 1 << 22) + "{}]}"

    #expect(
      message(Array(text.utf8), as: .openAIUsage(ReportMapping())) == """
        the JSON document that begins here is longer than 16 MiB
            → 1.txt:1
              {"data":[
          fix: ask for fewer buckets a page
        """)
  }

  @Test func `brackets inside texts do not end a document`() throws {
    let text = page(#"{"model":"a}]\"}","input_tokens":3}"#).replacing(",", with: ",\n")

    let points = try reading([text], as: .openAIUsage(ReportMapping())).points

    #expect(points.map(\.series.model) == ["a}]\"}"])
  }
}

private func page(_ result: String) -> String {
  #"{"data":[{"start_time":1795305600,"end_time":1795392000,"results":[\#(result)]}]}"#
}
