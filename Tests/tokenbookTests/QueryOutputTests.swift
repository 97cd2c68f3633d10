import Foundation
import Testing

/// What `tokenbook query` prints, to the byte.
@Suite struct QueryOutputTests {
  private static let sql = """
    select team, tokens, cost, cached_tokens, day, 0.5 as half from charges order by day
    """

  @Test(arguments: [
    (
      [String](),
      """
      team  tokens      cost  cached_tokens  day         half
      web     1200   4500000                 2026-10-01   0.5
      web     3400  11500000                 2026-10-02   0.5

      """
    ),
    (
      ["--format", "csv"],
      """
      team,tokens,cost,cached_tokens,day,half
      web,1200,4500000,,2026-10-01,0.5
      web,3400,11500000,,2026-10-02,0.5

      """
    ),
    (
      ["--format", "json"],
      """
      [
        {"team": "web", "tokens": 1200, "cost": 4500000, "cached_tokens": null, "day": "2026-10-01", \
      "half": 0.5},
        {"team": "web", "tokens": 3400, "cost": 11500000, "cached_tokens": null, "day": "2026-10-02", \
      "half": 0.5}
      ]

      """
    ),
  ])
  func `rows are printed as asked for`(options: [String], output: String) throws {
    try check([Self.sql] + options, output)
  }

  @Test(arguments: [
    ("table", "day\n"), ("csv", "day\n"), ("json", "[]\n"),
  ])
  func `no rows are no mistake`(format: String, output: String) throws {
    try check(["select day from days where 0", "--format", format], output)
  }

  @Test func `rows without an order are sorted by all columns`() throws {
    try check(
      ["select 'b' as a, 2 as n union all select 'a', 10 union all select 'a', 9"],
      """
      a   n
      a   9
      a  10
      b   2

      """)
  }

  @Test func `the days of the workbook are known as parameters`() throws {
    try check(
      ["select :as_of as a, :this_month as b, :last_month as c", "--format", "csv"],
      "a,b,c\n2026-10-02,2026-10,2026-09\n")
  }

  @Test func `a parameter is bound as text and never as SQL`() throws {
    try check(
      [
        "select :a as a, typeof(:b) as b", "--param", "a=' or 1 = 1 --", "--param",
        "b=1", "--format", "csv",
      ], "a,b\n' or 1 = 1 --,text\n")
  }

  /// Law 8: what a spreadsheet would run becomes text.
  @Test(arguments: [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1", "'+1"), ("-1", "'-1"),
    ("@SUM(1)", "'@SUM(1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("a,b", "\"a,b\""),
    ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("plain", "plain"), ("", ""),
  ])
  func `text in CSV is a cell and never a formula`(text: String, cell: String) throws {
    try check(
      ["select :text as a, -5 as b", "--param", "text=\(text)", "--format", "csv"],
      "a,b\n\(cell),-5\n")
  }

  @Test func `text in JSON is escaped`() throws {
    try check(
      [
        "select :text as a", "--param", "text=\"\\\n\r\t\u{1}é</script>", "--format", "json",
      ], "[\n  {\"a\": \"\\\"\\\\\\n\\r\\t\\u0001é</script>\"}\n]\n")
  }

  private func check(_ arguments: [String], _ output: String) throws {
    let folder = try SampleWorkbook.built()

    let outcome = try folder.tokenbook(["query"] + arguments)

    #expect(outcome == Executable.Outcome(status: 0, output: output, errors: ""))
  }
}
