import Foundation
import Testing

/// README.md says what the commands are; the executable decides.
@Suite struct DocumentedCommandsTests {
  @Test func `README lists every command and no other`() throws {
    let help = try Executable.run(["help"]).output
    let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
    let commands = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { String($0.split(separator: " ")[0]) }.filter { $0 != "See" }
    try #require(commands.contains("import"))

    #expect(try documented().keys.sorted() == commands.sorted())
  }

  @Test(arguments: [
    "init", "demo", "import", "pull", "build", "check", "policy", "preview", "query",
  ])
  func `README names every option of a command and no other`(command: String) throws {
    let help = try Executable.run(["help", command]).output
    let options = try #require(help.components(separatedBy: "OPTIONS:\n").last)
      .split(separator: "\n").filter { $0.hasPrefix("  -") }
      .compactMap { $0.firstMatch(of: /--[a-z-]+/).map { String($0.output) } }
    try #require(options.contains("--help"))
    // The demo has no workbook yet, and nothing to say step by step.
    let common =
      command == "demo" ? ["--quiet"] : ["--workbook", "--quiet", "--verbose"]
    try #require(common.allSatisfy(options.contains))

    let row = try #require(try documented()[command])

    let named = row.matches(of: /--[a-z-]+/).map { String($0.output) }
    #expect(
      named.sorted()
        == options.filter { !(common + ["--help", "--version"]).contains($0) }.sorted())
  }

  @Test func `README explains the exit codes of the help`() throws {
    let help = try Executable.run(["help"]).output
    let sentence = try #require(
      help.components(separatedBy: "Exit codes: ").last?.components(separatedBy: ". On every").first
    )
    let codes = sentence.replacing("\n", with: " ").components(separatedBy: "; ")
      .map { String($0.prefix { $0.isNumber }) }
    try #require(codes.contains("78"))

    let rows = DocumentedTable.rows(
      after: "| code | meaning |", in: try Repository.text("README.md"))

    #expect(rows.map { $0[0] } == codes)
  }

  @Test func `README says that three options go with every command`() throws {
    #expect(
      try Repository.text("README.md").contains(
        "All of them take `--workbook DIR`, `--quiet` and `--verbose`"))
  }

  /// The row of each command.
  private func documented() throws -> [String: String] {
    let rows = DocumentedTable.rows(
      after: "| command | does |", in: try Repository.text("README.md"))
    return Dictionary(
      rows.compactMap { row in
        let words = row[0].replacing("`", with: "").split(separator: " ")
        return words.count > 1 ? (String(words[1]), row.joined(separator: " ")) : nil
      }, uniquingKeysWith: { first, _ in first })
  }
}
