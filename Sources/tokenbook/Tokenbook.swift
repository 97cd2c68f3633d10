import ArgumentParser

@main
struct Tokenbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenbook",
    abstract: "What AI usage costs, team by team, as a folder of web pages.",
    discussion: """
      A workbook folder holds tokenbook.yml, the CSV files that say who pays and at what price, \
      snapshot.sqlite (the usage), and site/ (the pages). Every command acts on the folder it \
      stands in, or on --workbook DIR.

      A first look:   tokenbook demo somewhere
      Your own:       tokenbook init, edit the files, tokenbook import, tokenbook build
      Every night:    tokenbook pull (or import); tokenbook build

      Exit codes: 0 done; 1 done, but something needs a person: one of several sources failed, lines \
      were skipped, days were refused; 64 usage; 65 input refused; 66 input missing; 69 a service \
      does not answer; 70 a bug of ours; 73 cannot write; 75 another run holds the lock; \
      77 not permitted; 78 a mistake in tokenbook.yml, a CSV file or a template. On every code \
      above 1 the snapshot and the site are as they were.
      """,
    version: release,
    subcommands: [
      InitCommand.self, DemoCommand.self, ImportCommand.self, PullCommand.self, BuildCommand.self,
      CheckCommand.self, PolicyCommand.self, PreviewCommand.self, QueryCommand.self,
    ])
}

/// The version that `--version` and the site's build.json name.
let release = "0.1.0"
