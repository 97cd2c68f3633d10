import Testing
import UsageModel

@testable import AzureMonitor

@Suite struct CheckWordsTests {
  @Test(
    arguments: [
      (0, 10, "0 %"), (10, 10, "100 %"), (1, 8, "12.5 %"), (1, 3, "33.3 %"), (2, 3, "66.7 %"),
      (1, 100_000, "< 0.1 %"), (99_999, 100_000, "> 99.9 %"), (0, 0, "0 %"), (5, 0, "0 %"),
      (Int64.max / 2, Int64.max, "50.0 %"),
    ] as [(Int64, Int64, String)])
  func `a share that is neither nothing nor all is never shown as such`(
    part: Int64, whole: Int64, text: String
  ) {
    #expect(percentText(part, of: whole) == text)
  }

  @Test(
    arguments: [
      ([], ""),
      ([17], "2026-11-17"),
      ([17, 18, 19], "2026-11-17 to 2026-11-19"),
      ([17, 19, 20, 23], "2026-11-17, 2026-11-19 to 2026-11-20, 2026-11-23"),
    ])
  func `neighbouring days stand together`(days: [Int], text: String) {
    #expect(daysInWords(days.map(november)) == text)
  }

  @Test func `days are every day where none is left out`() {
    #expect(
      daysInWords([november(17), november(18)], of: november(17)...november(18)) == "every day")
    #expect(
      daysInWords([november(17), november(18)], of: november(17)...november(19))
        == "2026-11-17 to 2026-11-18")
  }

  @Test(
    arguments: [
      ("User ID", ["Region", "UserId"], "UserId"),
      ("User ID", ["user_id_2", "user-id"], "user-id"),
      ("Subscription ID", ["Subscription"], "Subscription"),
      ("Model", ["Model Name"], "Model Name"),
      ("API ID", ["Api", "Region"], nil),
      ("User ID", ["User ID"], nil),
      ("-", ["+"], nil),
    ] as [(String, [String], String?)])
  func `a name is similar in other capitals, blanks and signs, or with an ending`(
    name: String, names: [String], similar: String?
  ) {
    #expect(similarName(to: name, in: names) == similar)
  }

  @Test(
    arguments: [
      ("UserId", "UserId"), ("User ID", "User ID"), ("x-user.id", "x-user.id"),
      ("no", #""no""#), ("7", #""7""#), ("", #""""#), ("a: b", #""a: b""#),
      (#"a"b/c"#, #""a\"b/c""#), ("Größe", #""Größe""#), ("end ", #""end ""#),
    ])
  func `a name that YAML could take for something else is quoted`(name: String, text: String) {
    #expect(yamlText(name) == text)
  }

  @Test(
    arguments: [
      ("", "(empty)"), ("User ID", "User ID"), ("a\u{1B}[2Jb", #"a\u{1B}[2Jb"#),
      ("a\u{202E}b\nc", #"a\u{202E}b\u{A}c"#), ("Müller 😀", "Müller 😀"),
    ])
  func `nothing in a name moves the cursor`(name: String, text: String) {
    #expect(shownName(name) == text)
  }

  @Test func `a long name is cut off`() {
    #expect(shownName(String(repeating: "x", count: 70)) == String(repeating: "x", count: 59) + "…")
  }

  @Test func `a long table is cut off, and says so`() {
    let table = ReportTable(
      columns: [.text("name"), .number("n")], rows: (1...23).map { ["row \($0)", "\($0)"] })

    #expect(table.lines.count == 22)
    #expect(table.lines.prefix(2) == ["name     n", "row 1    1"])
    #expect(table.lines.suffix(2) == ["row 20  20", "… and 3 more"])
  }

  private func november(_ day: Int) -> CalendarDay {
    CalendarDay(year: 2026, month: 11, day: day)!
  }
}
