import ArgumentParser
import Foundation
import Ingestion
import SnapshotStore
import UsageModel

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read metrics files into the snapshot.",
    discussion: """
      Without a path every source of tokenbook.yml that names files is read from them; those that \
      are asked over the network belong to tokenbook pull. Whole days are replaced, all of an \
      answer or nothing; a file that holds less of a day than the snapshot is \
      refused unless --replace is given. Importing the same files again changes nothing: files that \
      are as they were when they were read last are left out, as long as nothing else of their days \
      has changed. A line that cannot be read stops the import, and nothing has changed; with \
      --skip-bad-lines it is left out, counted, and listed on the page 'Is the data complete?'.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Files and folders to read instead of those in tokenbook.yml.")
  var paths: [String] = []

  @Option(help: "The source that the files belong to, or the only one to read.")
  var source: String?

  @Flag(help: "Replace days even by less than the snapshot holds.")
  var replace = false

  @Option(help: "The first day to read (2026-10-31); earlier days stay as they are stored.")
  var since: String?

  @Flag(help: "Read also files that are as they were when they were read last.")
  var reread = false

  @Flag(help: "Leave out lines that cannot be read, and say which.")
  var skipBadLines = false

  @Flag(help: "Take records of any date: also before 2015, or of days to come.")
  var acceptDates = false

  func run() throws {
    try reportingErrors(on: common.console) {
      let workbook = try OpenWorkbook(common)
      let sources = try chosenSources(of: workbook)
      try workbook.holdingLock {
        let importing = Importing(
          workbook: workbook, permitsLoss: replace, since: try day(since),
          readsAgain: reread || replace, skipsBadLines: skipBadLines,
          acceptedDays: acceptDates ? anyDay : plausibleDays(today: Importing.today))
        try importing.withSnapshot { try read(sources, importing, into: $0) }
      }
    }
  }

  /// Each source is a transaction of its own: one that fails leaves the others.
  private func read(
    _ sources: [UsageSource], _ importing: Importing, into snapshot: Snapshot
  ) throws {
    var failures = SourceFailures(of: sources.count, console: importing.workbook.console)
    for source in sources {
      do {
        if try importing.run(source, into: snapshot) { failures.needsPerson = true }
      } catch {
        failures.add(error)
      }
    }
    try failures.finish()
  }

  private func chosenSources(of workbook: OpenWorkbook) throws(CommandError) -> [UsageSource] {
    let sources = workbook.settings.sources
    guard !sources.isEmpty else { throw .noSources(file: "tokenbook.yml") }
    guard let source else {
      let readable = workbook.settings.fileSources
      guard !readable.isEmpty else { throw .noFileSources }
      if paths.isEmpty { return readable }
      guard readable.count == 1 else { throw .sourceNeeded(known: readable.map(\.name)) }
      return [readable[0].reading(paths)]
    }
    guard let chosen = sources.first(where: { $0.name == source }) else {
      throw .unknownSource(name: source, known: sources.map(\.name))
    }
    guard let files = chosen.files else { throw .sourceIsPulled(name: source) }
    return [paths.isEmpty ? files : files.reading(paths)]
  }
}

extension UsageSource {
  fileprivate func reading(_ paths: [String]) -> UsageSource {
    UsageSource(name: name, paths: paths, format: format, until: until)
  }
}
