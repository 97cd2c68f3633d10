import Foundation
import SnapshotStore
import UsageModel
import WorkbookFolder

/// A workbook folder that was read and found right, and the paths the commands use in it.
struct OpenWorkbook {
  let folder: WorkbookFolder
  let console: Console

  init(_ options: CommonOptions) throws {
    console = options.console
    folder = try readWorkbookFolder(at: options.folder)
    console.step("read \(folder.root)")
  }

  var settings: Settings { folder.settings }
  /// What we may delete at any time: the cache and the lock.
  var stateFolder: String { folder.root + "/.tokenbook" }
  var cachePath: String { stateFolder + "/charges.sqlite" }

  var stamp: SnapshotStamp {
    SnapshotStamp(timeZone: settings.timeZone, currency: settings.currency)
  }

  func holdingLock<Result>(_ body: () throws -> Result) throws -> Result {
    try holdingRunLock(in: stateFolder, body)
  }

  func holdingLock<Result>(_ body: () async throws -> Result) async throws -> Result {
    try await holdingRunLock(in: stateFolder, body)
  }

  /// The local day on which a command runs, unless it was given one.
  func today(_ given: CalendarDay?) -> CalendarDay {
    let now = Timestamp(
      ticks: Int64(Date().timeIntervalSince1970 * Double(Timestamp.ticksPerSecond)))
    return given ?? settings.calendar.day(of: now)
  }

  /// The services of these names, in the order of the workbook; all where none is named.
  func services(named names: [String]) throws(CommandError) -> [ServiceSource] {
    let sources = settings.sources
    guard !sources.isEmpty else { throw .noSources(file: "tokenbook.yml") }
    for name in names {
      guard let source = sources.first(where: { $0.name == name }) else {
        throw .unknownSource(name: name, known: sources.map(\.name))
      }
      if source.service == nil { throw .sourceIsRead(name: name) }
    }
    let services = sources.filter { names.isEmpty || names.contains($0.name) }
      .compactMap(\.service)
    guard !services.isEmpty else { throw .noServices }
    return services
  }

  /// Rows of the views, from a cache that is made anew where anything it depends on has changed.
  /// - Parameters:
  ///   - asOf: The last day to show; nil is the newest with data.
  ///   - cachePath: Where the cache is kept.
  func charges(asOf: CalendarDay?, cachePath: String) throws -> ChargesReader {
    let snapshot = try Snapshot.openForReading(at: settings.snapshot, stamp: stamp)
    let rules = CacheRules(
      asOf: asOf,
      lookback: settings.lookback,
      people: try settings.users.shownPeople(),
      sources: settings.sources.map {
        CacheRules.Source(
          name: $0.name, from: $0.service?.from, until: $0.until, counts: $0.counts,
          isPulled: $0.service != nil)
      },
      folderDigest: folder.digest,
      currency: settings.currency,
      timeZone: settings.timeZone)
    return try ChargesCache.refresh(
      at: cachePath, from: snapshot, book: folder.book, rules: rules
    ) { console.step("computing the charges of \($0)") }
  }

  /// The same through the lock, or from a cache of our own where another run holds it.
  func chargesForReading(asOf: CalendarDay?) throws -> ChargesReader {
    do {
      return try holdingLock { try charges(asOf: asOf, cachePath: cachePath) }
    } catch CommandError.locked, CommandError.cannotWrite {
      let scratch = try ScratchFolder()
      return try charges(asOf: asOf, cachePath: scratch.path + "/charges.sqlite")
    }
  }
}

/// Reads a day given on the command line.
func day(_ text: String?) throws(CommandError) -> CalendarDay? {
  guard let text else { return nil }
  guard let day = CalendarDay(text) else { throw .badDay(text: text) }
  return day
}
