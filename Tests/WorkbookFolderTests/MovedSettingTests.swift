import SourceText
import Testing
import WorkbookFolder

@Suite struct MovedSettingTests {
  @Test func `each line is an old address and a new one`() throws {
    let moved = try read([
      "tokenbook.yml": sampleSettings + """
        moved:
          teams/old-name: teams/new-name
          costs: cost_centres
          months/2025-12/lines: months/2025-12

        """
    ]).settings.moved

    #expect(
      moved.map(\.from) == [["teams", "old-name"], ["costs"], ["months", "2025-12", "lines"]])
    #expect(moved.map(\.to) == [["teams", "new-name"], ["cost_centres"], ["months", "2025-12"]])
    #expect(moved.map(\.position.line) == [6, 7, 8])
    #expect(moved.map(\.position.column) == [3, 3, 3])
    #expect(moved.map(\.file.name) == ["tokenbook.yml", "tokenbook.yml", "tokenbook.yml"])
  }

  @Test(arguments: ["", "moved: {}\n"])
  func `nothing has moved`(line: String) throws {
    #expect(try read(["tokenbook.yml": sampleSettings + line]).settings.moved == [])
  }

  @Test(arguments: [
    (
      "moved: teams",
      """
      error: 'moved' must be a mapping, not a text
          → tokenbook.yml:5:8
            moved: teams
                   ^
        fix: write 'moved: {teams/old-name: teams/new-name}'
      """
    ),
    (
      "moved: [teams/old, teams/new]",
      """
      error: 'moved' must be a mapping, not a list
          → tokenbook.yml:5:8
            moved: [teams/old, teams/new]
                   ^
        fix: write 'moved: {teams/old-name: teams/new-name}'
      """
    ),
    (
      "moved:\n  teams/old: teams/web\n  teams/old: teams",
      """
      error: the key 'teams/old' is written twice
          → tokenbook.yml:7:3
              teams/old: teams
              ^
        fix: keep this line or line 6, and remove the other
      """
    ),
  ])
  func `what is no list of addresses is refused`(line: String, expected: String) {
    #expect(mistakes(["tokenbook.yml": sampleSettings + line + "\n"]) == expected)
  }

  /// A value that is no text; the message may say which.
  @Test(arguments: ["", "\"\"", "[teams/new]", "{teams: new}"])
  func `a new address that is no text is refused where it stands`(written: String) {
    let found = mistakes(["tokenbook.yml": sampleSettings + "moved: {teams/old: \(written)}\n"])

    #expect(found?.contains("→ tokenbook.yml:5:20\n") == true, "\(found ?? "no mistake")")
  }

  private static let wrong = [
    "/teams/web", "teams/web/", "teams//web", "/", "..", "../site", "teams/../data",
    "teams/./web", "Teams/web", "teams/Wéb", "teams/web.html", "teams/web#token", "teams/a b",
    "teams/%2e%2e", "teams\\\\web", "https://contoso.example", "teams/web?x=1",
  ]

  @Test func `a page can have moved to the front page`() throws {
    let moved = try read([
      "tokenbook.yml": sampleSettings + "moved: {teams/old: \".\"}\n"
    ]).settings.moved

    #expect(moved.map(\.from) == [["teams", "old"]])
    #expect(moved.map(\.to) == [[]])
  }

  @Test(arguments: wrong)
  func `a new address that is no page's is refused`(address: String) {
    let line = "moved: {teams/old: \"\(address)\"}"
    #expect(
      mistakes(["tokenbook.yml": sampleSettings + line + "\n"]) == notAPage(address, line, 20))
  }

  @Test(arguments: wrong + ["", "."])
  func `an old address that is no page's is refused`(address: String) {
    let line = "moved: {\"\(address)\": teams/web}"
    #expect(
      mistakes(["tokenbook.yml": sampleSettings + line + "\n"]) == notAPage(address, line, 9))
  }

  @Test func `every wrong line is named`() {
    let text = "moved:\n  Teams: teams\n  teams/old: teams\n  a: ../b\n"

    #expect(
      mistakes(["tokenbook.yml": sampleSettings + text]) == """
        error: 'Teams' is not a page
            → tokenbook.yml:6:3
                Teams: teams
                ^
          fix: write its address from the front page on, such as 'teams/sales'

        error: '../b' is not a page
            → tokenbook.yml:8:6
                a: ../b
                   ^
          fix: write its address from the front page on, such as 'teams/sales'
        """)
  }

  @Test func `a part of an address has at most 80 letters`() throws {
    let name = String(repeating: "a", count: 80)

    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "moved: {\(name)a: teams}\n"])?
        .contains("→ tokenbook.yml:5:9\n") == true)
    let moved = try read([
      "tokenbook.yml": sampleSettings + "moved: {\(name)/0-9_z: teams}\n"
    ]).settings.moved

    #expect(moved.map(\.from) == [[name, "0-9_z"]])
  }

  private func notAPage(_ address: String, _ line: String, _ column: Int) -> String {
    """
    error: '\(address.replacing("\\\\", with: "\\"))' is not a page
        → tokenbook.yml:5:\(column)
          \(line)
          \(String(repeating: " ", count: column - 1))^
      fix: write its address from the front page on, such as 'teams/sales'
    """
  }
}
