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
    let templates = try WorkbookTemplates(folder: workbook.settings.templates)
    let site = workbook.settings.site
    try staging(beside: site) { staged in
      try render(charges, templates, into: staged)
      try check(staged, templates)
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
    let templates = try WorkbookTemplates(folder: workbook.settings.templates)
    let scratch = try ScratchFolder()
    try staging(beside: scratch.path + "/site") { staged in
      try render(charges, templates, into: staged)
      let report = try check(staged, templates)
      try staged.discard()
      workbook.console.print("no mistake in \(report.pages) pages")
    }
  }

  private func staging(beside site: String, _ body: (StagedSite) throws -> Void) throws {
    let staged = try StagedSite.begin(beside: site)
    do {
      try body(staged)
    } catch {
      try? staged.discard()
      throw error
    }
  }

  private func render(
    _ charges: ChargesReader, _ templates: WorkbookTemplates, into staged: StagedSite
  ) throws {
    guard let asOf = charges.asOf else { throw CommandError.nothingImported }
    let compiled = try compileWorkbook(
      templates.pages, layout: templates.theme.layout, views: try charges.columnsByView())
    // A month's charge lines may be many; what a page shows is limited where it is shown.
    let limits = QueryLimits(
      steps: QueryLimits.standard.steps, rows: 10_000_000,
      bytesPerValue: QueryLimits.standard.bytesPerValue)
    let query: Query = { sql, parameters in try charges.rows(sql, parameters, limits: limits) }
    var line = ProgressLine(console: workbook.console)
    workbook.console.step("rendering \(templates.pages.count) templates")
    line.show("rendering")
    defer { line.clear() }
    try renderWorkbook(
      compiled, theme: templates.theme,
      facts: try facts(asOf: asOf, key: charges.cacheKey, query: query),
      query: query, write: { try staged.write($0.path, $0.bytes) })
  }

  private func facts(asOf: CalendarDay, key: String, query: Query) throws -> SiteFacts {
    let settings = workbook.settings
    func days(_ status: String) throws -> [CalendarDay] {
      let rows = try query(
        "select day from days where status = :status and month = :this_month order by day",
        ["status": .text(status)]
      ).rows
      return rows.compactMap { $0[0].text.flatMap { CalendarDay($0) } }
    }
    return SiteFacts(
      title: settings.title, organisation: settings.organisation, currency: settings.currency,
      minorUnits: minorUnits(ofCurrency: settings.currency) ?? 2, timeZone: settings.timeZone,
      asOf: asOf, users: settings.users.rawValue,
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

  /// A site that showed people does not stay on the disk once they may not be shown.
  private func mayKeepPrevious(of site: String) -> Bool {
    guard workbook.settings.users == .off else { return true }
    return [site, site + ".previous"].allSatisfy { folder in
      guard let report = FileManager.default.contents(atPath: folder + "/build.json") else {
        return true
      }
      return String(decoding: report, as: UTF8.self).contains("\"users\": \"off\"")
    }
  }

  @discardableResult
  private func check(
    _ staged: StagedSite, _ templates: WorkbookTemplates
  ) throws -> SiteReport {
    guard workbook.settings.users == .off else { return try staged.validate(forbidding: []) }
    let snapshot = try Snapshot.openForReading(
      at: workbook.settings.snapshot, stamp: workbook.stamp)
    let names = namesToLookFor(
      try snapshot.namesOfPeopleOnly(), besides: templates.texts + workbook.folder.texts)
    return try staged.validate(forbidding: names)
  }
}
