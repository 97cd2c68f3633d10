import SeededCases
import Foundation
import Ingestion
import Pricing
import SnapshotStore
import Tables
import UsageModel

/// A company whose files were written, read and stored as `tokenbook import` does it.
struct ImportedCompany {
  let company: MadeCompany
  let folder: String
  let snapshot: Snapshot

  init(_ company: MadeCompany, in folder: String) throws {
    self.company = company
    self.folder = folder
    snapshot = try Snapshot.open(
      at: folder + "/snapshot.sqlite",
      stamp: SnapshotStamp(timeZone: company.zone.identifier, currency: "EUR"),
      copyDay: company.days.upperBound)
    for source in company.sources { _ = try add(source) }
  }

  @discardableResult
  func add(
    _ source: MadeSource, permitLoss: Bool = false,
    receiving body: (UsageBatch) throws -> Void = { _ in }
  ) throws -> ImportOutcome {
    let file = folder + "/" + source.name
    var generator = SplitMix64(seed: company.seed)
    try Data(source.fileText(of: source.records, &generator).utf8)
      .write(to: URL(filePath: file))
    return try add(file: file, of: source, permitLoss: permitLoss, receiving: body)
  }

  @discardableResult
  func add(
    file: String, of source: MadeSource, permitLoss: Bool = false,
    receiving body: (UsageBatch) throws -> Void = { _ in }
  ) throws -> ImportOutcome {
    let calendar = LocalCalendar(identifier: company.zone.identifier)!
    let usageSource = UsageSource(
      name: source.name, paths: [file], format: source.sourceFormat,
      until: source.until.flatMap { CalendarDay($0) })
    return try snapshot.replaceDays(
      of: source.name, permitLoss: permitLoss, importedAt: "2027-01-01T00:00:00Z"
    ) { receive in
      try readUsage(
        of: usageSource, files: [file], calendar: calendar, progress: { _ in }
      ) { batch in
        try receive(batch)
        try body(batch)
      }
    }
  }

  /// The rows of views, by name.
  func views(
    _ names: [String], book: PriceBook? = nil, asOf: CalendarDay? = nil
  ) throws -> [String: Table] {
    let cache = folder + "/charges-\(UUID().uuidString).sqlite"
    let ledgerDays = try snapshot.ledger().map(\.day)
    var wanted = asOf ?? company.asOf
    if let first = ledgerDays.min(), let newest = ledgerDays.max(), let day = wanted {
      wanted = min(max(day, first), newest)
    }
    let reader = try ChargesCache.refresh(
      at: cache, from: snapshot, book: book ?? company.book,
      rules: CacheRules(
        asOf: wanted, people: .names,
        sources: company.sources.map { source in
          CacheRules.Source(name: source.name, until: source.until.flatMap { CalendarDay($0) })
        },
        folderDigest: "", currency: "EUR", timeZone: company.zone.identifier))
    var views: [String: Table] = [:]
    for view in names { views[view] = try reader.rows("select * from \(view)") }
    return views
  }
}
