import Foundation
import Testing

@Suite struct InitTests {
  private static let answers = [
    "--title", "AI usage", "--organisation", "Contoso", "--currency", "EUR", "--zone",
    "Europe/Berlin",
  ]
  private static let next =
    "next: name a source in tokenbook.yml, fill subscriptions.csv and rates.csv, "
    + "then type: tokenbook import (or pull)\n"

  @Test func `a new folder with a source named is imported, checked and built`() throws {
    let folder = try TemporaryFolder()

    let outcome = try folder.tokenbook(["init"] + Self.answers)

    #expect(
      outcome
        == Executable.Outcome(
          status: 0,
          output: "wrote tokenbook.yml, subscriptions.csv, teams.csv, features.csv, models.csv, "
            + "rates.csv, budgets.csv\n",
          errors: Self.next))

    try folder.write(SampleWorkbook.usage, to: "usage.csv")
    try folder.write(
      folder.read("tokenbook.yml") + """
          - name: gateway
            kind: csv
            path: usage.csv
            columns: {time: time, subscription: subscription, prompt_tokens: prompt}

        """, to: "tokenbook.yml")
    #expect(try folder.tokenbook(["import"]).status == 0)
    let check = try folder.tokenbook(["check"])
    #expect(check.output.hasPrefix("no mistake in "), "\(check)")
    #expect(try folder.tokenbook(["build"]).status == 0)
  }

  /// Every `#` before an example taken away, the folder is one a person can start from.
  @Test func `the examples that are commented out are right`() throws {
    let folder = try TemporaryFolder()
    try folder.tokenbook(["init"] + Self.answers)

    for table in ["subscriptions", "teams", "features", "models", "rates", "budgets"] {
      let lines = try folder.read("\(table).csv").split(separator: "\n")
      try #require(lines.count == 3 && lines[2].hasPrefix("# "), "\(table)")
      try folder.write(
        lines[1...].joined(separator: "\n").replacing("\n# ", with: "\n"), to: "\(table).csv")
    }
    let settings = try folder.read("tokenbook.yml").split(separator: "\n").map { line in
      line.hasPrefix("#  ") ? line.dropFirst() : line
    }
    try folder.write(settings.joined(separator: "\n"), to: "tokenbook.yml")
    try folder.write(
      "TIMESTAMP,ContextTokens,GeneratedTokens\n2026-01-05 10:00:00,10,2\n", to: "trace.csv")

    let outcome = try folder.tokenbook(["import", "--source", "code-assistant"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokenbook(["check"]).status == 0)
    #expect(try folder.rows("select team, name from teams join memberships on id = team") != [])
  }

  @Test func `a file that is there is never written over`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "rates.csv")

    let outcome = try folder.tokenbook(["init"] + Self.answers)

    #expect(
      outcome
        == Executable.Outcome(
          status: 73, output: "",
          errors: """
            error: 'rates.csv' is there already
              fix: move it away, or choose another folder with --workbook

            """))
    #expect(try folder.tree() == ["rates.csv": Data("mine".utf8)])
  }

  @Test(arguments: ["title", "currency", "zone"])
  func `what is not given is named where nobody can be asked`(option: String) throws {
    let folder = try TemporaryFolder()
    let position = try #require(Self.answers.firstIndex(of: "--\(option)"))
    var answers = Self.answers
    answers.removeSubrange(position...position + 1)

    let outcome = try folder.tokenbook(["init"] + answers)

    #expect(
      outcome
        == Executable.Outcome(
          status: 64, output: "",
          errors: """
            error: --\(option) is not given and there is no terminal to ask on
              fix: type: tokenbook init --\(option) ...

            """))
    #expect(try folder.tree() == [:])
  }

  @Test(arguments: [
    ("--zone", "Mars", "unknown time zone 'Mars'"),
    ("--currency", "EURO", "unknown currency 'EURO'"),
  ])
  func `an answer that the folder could not be read with is refused`(
    option: String, answer: String, problem: String
  ) throws {
    let folder = try TemporaryFolder()
    let position = try #require(Self.answers.firstIndex(of: option))
    var answers = Self.answers
    answers[position + 1] = answer

    let outcome = try folder.tokenbook(["init"] + answers)

    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("error: \(problem)\n  fix: "), "\(outcome.errors)")
    #expect(try folder.tree() == [:])
  }
}
