import Foundation
import Testing

/// What a person reads who gives files that cannot be imported.
@Suite struct InputMistakeTests {
  @Test(arguments: [
    Mistake(
      "a path that does not exist", ["import", "october.csv"], status: 66,
      errors: """
        error: there is no file or folder 'october.csv'
          fix: correct the path, or export the file again
        """),
    Mistake(
      "a count that is no number", ["import"], status: 65,
      errors: """
        error: prompt is '12x', which is not a number
            → DIR/usage.csv:4
              2026-10-03 08:00:00,sub-web,ann,12x,200
          fix: write a whole number, such as 1250 or 1250.0
        """
    ) {
      try $0.write(
        SampleWorkbook.usage + "2026-10-03 08:00:00,sub-web,ann,12x,200\n", to: "usage.csv")
    },
    Mistake(
      "an export that was cut off", ["import", "--source", "export"], status: 65,
      errors: """
        error: this line is not JSON
            → DIR/export.jsonl:2
              {"TimeGenerated":"2026-10-03T08:00:00.0000000Z","Name":"Tot
          fix: give one whole JSON object a line; if the line was cut off, export the file again
        """
    ) { folder in
      let line =
        #"{"TimeGenerated":"2026-10-03T08:00:00.0000000Z","Name":"Total Tokens","Sum":3,"Properties":{}}"#
      try folder.write(line + "\n" + line.prefix(59), to: "export.jsonl")
      try folder.write(
        SampleWorkbook.settings
          + "  - {name: export, kind: azure-monitor-export, path: export.jsonl}\n",
        to: "tokenbook.yml")
    },
    Mistake(
      "a column that the file does not have", ["import"], status: 65,
      errors: """
        error: no column 'prompt', which is mapped to prompt_tokens
            → DIR/usage.csv:1
              time,subscription,user,prompts,completion
          fix: did you mean 'prompts'? correct prompt_tokens in the source's columns; the file has: \
        time, subscription, user, prompts, completion
        """
    ) { try $0.replace("prompt,", with: "prompts,", in: "usage.csv") },
    Mistake(
      "less of a day than the snapshot holds", ["import"], status: 65,
      errors: """
        error: the new copy of source 'gateway' holds less than the stored one of 2026-10-02
          fix: give all files of these days in one import, or `--replace`
        """
    ) { try $0.replace("3000,400", with: "2999,400", in: "usage.csv") },
    Mistake(
      "files that several sources could have written", ["import", "usage.csv"], status: 64,
      errors: """
        error: several sources could have written these files
          fix: say which with --source NAME; sources: gateway, export
        """
    ) { folder in
      try folder.write(
        SampleWorkbook.settings
          + "  - {name: export, kind: azure-monitor-export, path: export.jsonl}\n",
        to: "tokenbook.yml")
    },
    Mistake(
      "a source that is not there", ["import", "--source", "gatewy"], status: 64,
      errors: """
        error: unknown source 'gatewy'
          fix: sources in tokenbook.yml: gateway
        """),
    Mistake(
      "a source that is pulled", ["import", "--source", "live"], status: 64,
      errors: """
        error: the source 'live' is asked over the network, not read from files
          fix: type: tokenbook pull live
        """
    ) { try $0.write(SampleWorkbook.settings + pulledSource, to: "tokenbook.yml") },
    Mistake(
      "nothing but sources that are pulled", ["import", "usage.csv"], status: 64,
      errors: """
        error: no source in tokenbook.yml is read from files
          fix: type: tokenbook pull
        """
    ) { folder in
      let settings = SampleWorkbook.settings
      let sources = try #require(settings.firstRange(of: "sources:\n"))
      try folder.write(settings[..<sources.upperBound] + pulledSource, to: "tokenbook.yml")
    },
  ])
  func `input is refused in words and nothing changes`(mistake: Mistake) throws {
    try mistake.check()
  }

  @Test(arguments: [["import"], ["import", "usage.csv"], ["import", "--source", "gateway"]])
  func `an import leaves sources that are pulled alone`(arguments: [String]) throws {
    let folder = try SampleWorkbook.imported()
    try folder.write(SampleWorkbook.settings + pulledSource, to: "tokenbook.yml")

    let outcome = try folder.tokenbook(arguments)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "gateway: nothing new in 2 records\n")
  }

  @Test func `a loss is accepted where it is asked for`() throws {
    let folder = try SampleWorkbook.imported()
    try folder.replace("3000,400", with: "2999,400", in: "usage.csv")

    let outcome = try folder.tokenbook(["import", "--replace"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try folder.rows("select day, tokens from charges")
        == ["2026-10-01,1200", "2026-10-02,3399"])
  }
}

private let pulledSource =
  "  - {name: live, kind: log-analytics, workspace: 6f2c0d3e-1111-2222-3333-444455556666}\n"
