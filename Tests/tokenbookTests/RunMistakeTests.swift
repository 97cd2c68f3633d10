import Foundation
import Testing

/// What a person reads whose command cannot run as it was typed.
@Suite struct RunMistakeTests {
  @Test(arguments: [
    Mistake(
      "an option that does not exist", ["build", "--as-off", "2026-10-01"], status: 64,
      errors: """
        Error: Unknown option '--as-off'. Did you mean '--as-of'?
        Usage: tokenbook build [--workbook <dir>] [--quiet] [--verbose] [--as-of <day>]
          See 'tokenbook build --help' for more information.
        """),
    Mistake(
      "options that exclude each other", ["build", "--quiet", "--verbose"], status: 64,
      errors: """
        Error: --quiet and --verbose exclude each other; leave one out
        Usage: tokenbook build [--workbook <dir>] [--quiet] [--verbose] [--as-of <day>]
          See 'tokenbook build --help' for more information.
        """),
    Mistake(
      "a day that does not exist", ["build", "--as-of", "2026-02-29"], status: 64,
      errors: """
        error: '2026-02-29' is not a day
          fix: write it as 2026-10-31
        """),
    Mistake(
      "a day after the data", ["build", "--as-of", "2026-10-03"], status: 64,
      errors: """
        error: '2026-10-03' is outside the data, which is of 2026-10-01 to 2026-10-02
          fix: leave --as-of out, or give a day from 2026-10-01 to 2026-10-02
        """),
    Mistake(
      "a day before the data", ["build", "--as-of", "2026-09-30"], status: 64,
      errors: """
        error: '2026-09-30' is outside the data, which is of 2026-10-01 to 2026-10-02
          fix: leave --as-of out, or give a day from 2026-10-01 to 2026-10-02
        """),
    Mistake(
      "a build without a snapshot", ["build"], status: 66,
      errors: """
        error: there is no snapshot at 'DIR/snapshot.sqlite'
          fix: run `tokenbook import` or `tokenbook pull` first
        """
    ) { try $0.remove("snapshot.sqlite") },
    Mistake(
      "a build without usage", ["build"], status: 66,
      errors: """
        error: the snapshot holds no usage yet
          fix: type: tokenbook import, or tokenbook pull
        """
    ) { folder in
      try folder.remove("snapshot.sqlite")
      try folder.write("time,subscription,user,prompt,completion\n", to: "usage.csv")
      try folder.tokenbook(["import"])
    },
    Mistake(
      "a site that is a link", ["build"], status: 73,
      errors: """
        error: the site folder 'DIR/link' is a symbolic link
          fix: name a real folder with `site:` in tokenbook.yml; links cannot be swapped safely yet
        """
    ) { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: "link"),
        withDestinationURL: folder.url.appending(path: "site"))
      try folder.write(SampleWorkbook.settings + "site: link\n", to: "tokenbook.yml")
    },
    Mistake(
      "a site folder with somebody else's files", ["build"], status: 73,
      errors: """
        error: the folder 'DIR/mine' holds files that tokenbook did not write
          fix: move 'DIR/mine' away, or name another folder with `site:` in tokenbook.yml
        """
    ) { folder in
      try folder.write("mine", to: "mine/notes.txt")
      try folder.write(SampleWorkbook.settings + "site: mine\n", to: "tokenbook.yml")
    },
  ])
  func `a run is refused in words and nothing changes`(mistake: Mistake) throws {
    try mistake.check()
  }

  @Test(arguments: ["import", "build"])
  func `a run beside another is refused`(command: String) throws {
    let folder = try SampleWorkbook.built()
    let lock = folder.path + "/.tokenbook/lock"

    let outcome = try Executable.run(
      program: "/usr/bin/flock", [lock, Executable.path, command], in: folder.url)

    #expect(outcome.status == 75)
    #expect(
      outcome.errors.replacing(folder.path, with: "DIR") == """
        error: another run of tokenbook holds the lock 'DIR/.tokenbook/lock'
          fix: wait until it has ended, then type the command again

        """)
  }

  @Test(arguments: [["query", "select team from monthly"], ["check"]])
  func `reading beside another run is no mistake`(arguments: [String]) throws {
    let folder = try SampleWorkbook.built()

    let outcome = try Executable.run(
      program: "/usr/bin/flock",
      [folder.path + "/.tokenbook/lock", Executable.path] + arguments, in: folder.url)

    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
