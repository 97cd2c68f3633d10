import Foundation
import Testing

/// What `--skip-bad-lines` leaves behind: on the terminal, in the views and on the page.
@Suite struct SkippedLinesTests {
  private static let usage =
    SampleWorkbook.usage + """
      2026-10-02 10:00:00,sub-web,anna.canary@contoso.example,12x,200
      2026-10-02 11:00:00,sub-web,anna.canary@contoso.example,13x,200
      2026-10-02 12:00:00,sub-web
      2026-10-02 13:00:00,sub-web,anna.canary@contoso.example,14x,200
      2026-10-02 14:00:00,sub-web,anna.canary@contoso.example,15x,200
      2026-10-02 15:00:00,sub-web,anna.canary@contoso.example,1,2

      """

  @Test func `a summary counts the lines by problem and shows the first of each`() throws {
    let folder = try skipped()

    let outcome = try folder.tokenbook(["import", "--skip-bad-lines"])

    #expect(outcome.output == "gateway: nothing new in 3 records\n")
    #expect(
      outcome.errors == """
        warning: 5 lines of source 'gateway' could not be read and were skipped
          4 lines: a count that is no number
            prompt is '12x', which is not a number
                → DIR/usage.csv:4
                  2026-10-02 10:00:00,sub-web,anna.canary@contoso.example,12x,200
            prompt is '13x', which is not a number
                → DIR/usage.csv:5
                  2026-10-02 11:00:00,sub-web,anna.canary@contoso.example,13x,200
            prompt is '14x', which is not a number
                → DIR/usage.csv:7
                  2026-10-02 13:00:00,sub-web,anna.canary@contoso.example,14x,200
            and 1 more
          1 line: another number of fields than the header
            this row has 2 fields, but the header has 5
                → DIR/usage.csv:6
                  2026-10-02 12:00:00,sub-web
          fix: correct the lines, and import their files again

        """)
    #expect(outcome.status == 1)
  }

  @Test func `importing the same again changes nothing`() throws {
    let folder = try skipped()
    let snapshot = try folder.bytes("snapshot.sqlite")

    #expect(try folder.tokenbook(["import", "--skip-bad-lines"]).status == 1)

    #expect(try folder.bytes("snapshot.sqlite") == snapshot)
  }

  @Test func `the page lists the lines, and nothing that they hold`() throws {
    let folder = try skipped()

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try folder.read("site/data/index.html")
    for text in [
      "5 lines", "could not be read, and what they hold is in no amount",
      "a count that is no number", "usage.csv, lines 4, 5, 7, 8",
      "another number of fields than the header", "usage.csv, line 6",
      "5 lines of source &#39;gateway&#39; could not be read and are in no amount",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    for (path, bytes) in try folder.tree() where path != "usage.csv" && path != "snapshot.sqlite" {
      #expect(bytes.range(of: Data("anna.canary".utf8)) == nil, "\(path)")
    }
  }

  @Test func `a page without skipped lines does not speak of them`() throws {
    let page = try SampleWorkbook.built().read("site/data/index.html")

    #expect(!page.contains("could not be read"))
  }

  @Test func `the file imported again without bad lines clears them`() throws {
    let folder = try skipped()
    try folder.write(
      Self.usage.replacing("x,200", with: ",200").replacing(
        "2026-10-02 12:00:00,sub-web\n", with: ""), to: "usage.csv")

    let outcome = try folder.tokenbook(["import"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.rows("select * from skipped") == [])
    #expect(
      try folder.rows("select code from findings where code = 'skipped-lines'") == [])
  }

  @Test func `a loss that bad lines cause is refused, and they are shown`() throws {
    let folder = try SampleWorkbook.imported()
    try folder.replace("3000,400", with: "3000x,400", in: "usage.csv")
    try folder.write(
      folder.read("usage.csv") + "2026-10-02 10:00:00,sub-web,bob,1,1\n", to: "usage.csv")
    let dump = try folder.dump()

    let outcome = try folder.tokenbook(["import", "--skip-bad-lines"])

    #expect(
      outcome.errors == """
        warning: 1 line of source 'gateway' could not be read and was skipped
          1 line: a count that is no number
            prompt is '3000x', which is not a number
                → DIR/usage.csv:3
                  2026-10-02 09:00:00,sub-web,ann,3000x,400
          fix: correct the lines, and import their files again
        error: the new copy of source 'gateway' holds less than the stored one of 2026-10-02
          fix: give all files of these days in one import, or `--replace`

        """)
    #expect(outcome.status == 65)
    #expect(try folder.dump() == dump)
  }

  @Test func `a file called after a person is not named where nobody may be`() throws {
    let folder = try skipped()
    try folder.write(
      folder.read("tokenbook.yml").replacing("usage.csv", with: "exports/"), to: "tokenbook.yml")
    try folder.write(Self.usage, to: "exports/anna.canary@contoso.example/usage.csv")
    try folder.remove("usage.csv")

    #expect(try folder.tokenbook(["import", "--skip-bad-lines"]).status == 1)
    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try folder.rows("select distinct file from skipped order by file")
        == ["\"file 1, named after a person\"", "\"file 2, named after a person\""])
    try folder.replace(
      "sources:", with: SampleWorkbook.agreedUsers + "sources:", in: "tokenbook.yml")
    #expect(
      try folder.rows("select distinct file from skipped order by file")
        == ["exports/anna.canary@contoso.example/usage.csv"])
  }

  private func skipped() throws -> TemporaryFolder {
    let folder = try SampleWorkbook.written()
    try folder.write(Self.usage, to: "usage.csv")
    let outcome = try folder.tokenbook(["import", "--skip-bad-lines"])
    try #require(outcome.status == 1, "\(outcome.errors)")
    return folder
  }
}
