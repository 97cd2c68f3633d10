import Foundation
import Publishing
import SnapshotStore
import Tables
import UsageModel
import Workbook
import WorkbookFolder

/// Prices the snapshot, renders every page beside the site, checks them, and puts them in place.
struct Building {
  let workbook: OpenWorkbook
  let asOf: CalendarDay?

  /// Renders and swaps the site in. The caller holds the lock.
  func publish() throws {
    let charges = try workbook.charges(asOf: asOf, cachePath: workbook.cachePath)
    let site = workbook.settings.site
    try rendering(charges, beside: site) { staged, _ in
      let report = try staged.publish(keepsPrevious: mayKeepPrevious(of: site))
      workbook.console.print(
        "\(site): \(report.written) files changed, \(report.unchanged) unchanged, "
          + "\(report.removed) removed, \(report.bytes) bytes")
      try nameFindings(charges)
    }
  }

  /// Renders to nowhere.
  func check() throws {
    let charges = try workbook.chargesForReading(asOf: asOf)
    let scratch = try ScratchFolder()
    try rendering(charges, beside: scratch.path + "/site") { staged, report in
      try staged.discard()
      workbook.console.print("no mistake in \(report.pages) pages")
    }
  }

  /// Renders and swaps in a site that only the preview knows, from a cache of its own: no other run
  /// finds the lock held, the published site changed, or its cache.
  ///
  /// - Parameter isUnwanted: Asked before each file is written.
  /// - Returns: How many pages there are.
  /// - Throws: `CancellationError` where the site is no longer wanted.
  func preview(
    site: String, cachePath: String, isUnwanted: @escaping @Sendable () -> Bool
  ) throws -> Int {
    let charges = try workbook.charges(asOf: asOf, cachePath: cachePath)
    return try rendering(charges, beside: site, isUnwanted: isUnwanted) { staged, report in
      _ = try staged.publish(keepsPrevious: mayKeepPrevious(of: site))
      return report.pages
    }
  }

  /// Renders every page beside `site` and checks them; `body` says what becomes of them.
  private func rendering<Result>(
    _ charges: ChargesReader, beside site: String,
    isUnwanted: @escaping @Sendable () -> Bool = { false },
    _ body: (StagedSite, SiteReport) throws -> Result
  ) throws -> Result {
    let templates = try WorkbookTemplates(workbook.settings)
    let staged = try StagedSite.begin(beside: site)
    do {
      try render(charges, templates) { file in
        if isUnwanted() { throw CancellationError() }
        try staged.write(file.path, file.bytes)
      }
      return try body(staged, try check(staged, templates))
    } catch {
      try? staged.discard()
      throw error
    }
  }

  private func render(
    _ charges: ChargesReader, _ templates: WorkbookTemplates,
    write: @escaping @Sendable (SiteFile) throws -> Void
  ) throws {
    guard let asOf = charges.asOf else { throw CommandError.nothingImported }
    let compiled = try compileWorkbook(
      templates.pages, layout: templates.theme.layout, views: try charges.columnsByView())
    // A month's charge lines may be many; what a page shows is limited where it is shown.
    let limits = QueryLimits(
      steps: QueryLimits.standard.steps, rows: 10_000_000,
      bytesPerValue: QueryLimits.standard.bytesPerValue)
    let query: Query = { sql, parameters, earlier in
      try charges.rows(sql, parameters, reading: earlier, limits: limits)
    }
    let lendingQuery: QueryLender = { body in
      try charges.lending { reader in
        try body { sql, parameters, earlier in
          try reader.rows(sql, parameters, reading: earlier, limits: limits)
        }
      }
    }
    var line = ProgressLine(console: workbook.console)
    workbook.console.step("rendering \(templates.pages.count) templates")
    line.show("rendering")
    defer { line.clear() }
    try renderWorkbook(
      compiled, theme: templates.theme,
      facts: try facts(asOf: asOf, key: charges.cacheKey, query: query),
      moved: workbook.settings.moved.map { page in
        MovedPage(from: page.from, to: page.to, file: page.file, position: page.position)
      },
      query: query, lendingQuery: lendingQuery, write: write)
  }

  private func facts(asOf: CalendarDay, key: String, query: Query) throws -> SiteFacts {
    let settings = workbook.settings
    func days(_ status: String) throws -> [CalendarDay] {
      let rows = try query(
        "select day from days where status = :status and month = :this_month order by day",
        ["status": .text(status)], []
      ).rows
      return rows.compactMap { $0[0].text.flatMap { CalendarDay($0) } }
    }
    return SiteFacts(
      title: settings.title, organisation: settings.organisation, currency: settings.currency,
      minorUnits: minorUnits(ofCurrency: settings.currency) ?? 2,
      locale: LocaleNotation.named(settings.locale) ?? .britishEnglish,
      timeZone: settings.timeZone, asOf: asOf, users: settings.users.rawValue,
      agreement: settings.agreement.map { "\($0.document), \($0.date)" }, contact: settings.contact,
      version: release,
      inputsHash: key, daysThatMayChange: try days("provisional"),
      missingDays: try days("missing"))
  }

  /// What needs a person would otherwise be known only to those who open the page.
  private func nameFindings(_ charges: ChargesReader) throws {
    let rows = try charges.rows("select count(*) from findings where severity <> 'note'").rows
    guard let count = rows.first?.first?.integer, count > 0 else { return }
    workbook.console.note(
      "\(count) \(count == 1 ? "finding needs" : "findings need") a person: "
        + "\(workbook.settings.site)/data/index.html")
  }

  /// A site that showed more of people does not stay on the disk once less may be shown.
  private func mayKeepPrevious(of site: String) -> Bool {
    [site, site + ".previous"].allSatisfy {
      !showsMorePeople($0, than: workbook.settings.users)
    }
  }

  private func check(
    _ staged: StagedSite, _ templates: WorkbookTemplates
  ) throws -> SiteReport {
    if workbook.settings.users == .names { return try staged.validate(forbidding: []) }
    let snapshot = try Snapshot.openForReading(
      at: workbook.settings.snapshot, stamp: workbook.stamp)
    let names = namesToLookFor(
      try snapshot.namesOfPeopleOnly(), besides: templates.texts + workbook.folder.texts)
    return try staged.validate(forbidding: names)
  }
}
