import Analysis
import ContentHash
import Dispatch
import SourceText
import Synchronization
import Tables

/// How far a rendering is: pages written, and pages there are.
package typealias RenderProgress = @Sendable (_ written: Int, _ all: Int) -> Void

/// Fills the pages with rows and hands every file to `write` as soon as it is finished.
///
/// Pages are rendered on all cores; `query`, `write` and `progress` are called from several threads
/// at once. The same input gives the same files, in whatever order they are written.
///
/// - Parameter lendingQuery: Lends a page the query that it asks; nil: `query`.
/// - Throws: `Diagnostics` with every mistake that only the rows could show, in file order;
///   otherwise what `write` throws.
package func renderWorkbook(
  _ workbook: CompiledWorkbook, theme: Theme, facts: SiteFacts, moved: [MovedPage] = [],
  query: @escaping Query, lendingQuery: QueryLender? = nil,
  write: @escaping @Sendable (SiteFile) throws -> Void, progress: RenderProgress? = nil
) throws {
  let runner = QueryRunner(facts: facts, query: query)
  let pages = try allPages(of: workbook, running: runner)
  let assets = SiteAssets(theme)
  let site = SiteScope(
    facts: facts,
    formatter: ValueFormatter(
      currency: facts.currency, minorUnits: facts.minorUnits, locale: facts.locale),
    pages: Set(pages.map(\.path)), navigation: navigation(of: workbook.templates),
    assets: assets.paths,
    dayStatuses: try dayStatuses(query("select day, status from days order by day", [:], [])))
  let search = SiteFile(
    path: assets.paths.searchIndex,
    bytes: try searchIndex(of: pages, site: site, running: runner))
  let wrongMoves = mistakes(of: moved, pages: site.pages)
  guard wrongMoves.isEmpty else { throw Diagnostics(all: wrongMoves) }
  for file in assets.files + [search] + moved.map({ $0.siteFile(site) }) { try write(file) }
  try write(buildReport(workbook, theme: theme, facts: facts))

  let outcome = Mutex(RenderOutcome())
  let order = spreadOrder(of: pages)
  DispatchQueue.concurrentPerform(iterations: pages.count) { position in
    if outcome.withLock({ $0.isGivenUp }) { return }
    let index = order[position]
    do {
      let lend = lendingQuery ?? { body in try body(query) }
      try lend { query in
        let runner = QueryRunner(facts: facts, query: query)
        for file in try renderedFiles(pages[index], of: workbook, site: site, running: runner) {
          try write(file)
        }
      }
      let written = outcome.withLock { outcome in
        outcome.written += 1
        return outcome.written
      }
      progress?(written, pages.count)
    } catch {
      outcome.withLock { $0.record(error, at: index) }
    }
  }
  try outcome.withLock { try $0.check() }
}

/// What happened to the pages of one rendering.
private struct RenderOutcome {
  var written = 0
  private var diagnostics: [(page: Int, diagnostic: Diagnostic)] = []
  private var failure: (page: Int, error: any Error)?

  /// A disk that is full stays full; a template's mistakes are worth collecting.
  var isGivenUp: Bool { failure != nil }

  mutating func record(_ error: any Error, at page: Int) {
    if let diagnostic = error as? Diagnostic {
      diagnostics.append((page, diagnostic))
    } else if page < failure?.page ?? .max {
      failure = (page, error)
    }
  }

  func check() throws {
    if let failure { throw failure.error }
    guard !diagnostics.isEmpty else { return }
    var distinct: [Diagnostic] = []
    // A thousand pages of one template make the same mistake a thousand times.
    for entry in diagnostics.sorted(by: { $0.page < $1.page })
    where !distinct.contains(entry.diagnostic) {
      distinct.append(entry.diagnostic)
    }
    throw Diagnostics(all: distinct)
  }
}

private func allPages(
  of workbook: CompiledWorkbook, running runner: QueryRunner
) throws -> [PlannedPage] {
  var pages: [PlannedPage] = []
  var mistakes: [Diagnostic] = []
  var writers: [PagePath: CompiledTemplate] = [:]
  for template in workbook.templates {
    do throws(Diagnostic) {
      let planned = try plannedPages(of: template, running: runner)
      for page in planned {
        if let other = writers.updateValue(template, forKey: page.path) {
          mistakes.append(
            Diagnostic(
              .duplicatePath(page.path.file, other: other.file.name), in: template.file, at: nil))
        }
      }
      pages += planned
    } catch {
      mistakes.append(error)
    }
  }
  guard mistakes.isEmpty else { throw Diagnostics(all: mistakes) }
  return pages
}

/// The indices of the pages, those of each template spread evenly among the others: a month's page
/// holds all of its charge lines, and two of them side by side would need twice the memory.
private func spreadOrder(of pages: [PlannedPage]) -> [Int] {
  let runs = Dictionary(grouping: pages.indices) { pages[$0].template.file.name }
    .sorted { $0.key < $1.key }.map(\.value)
  let places = runs.enumerated().flatMap { number, run in
    let offset = Double(number + 1) / Double(runs.count + 1)
    return run.enumerated().map { (place: (Double($0) + offset) / Double(run.count), index: $1) }
  }
  return places.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.index)
}

private func navigation(of templates: [CompiledTemplate]) -> [NavigationEntry] {
  let entries = templates.compactMap { template -> (order: Int, entry: NavigationEntry)? in
    guard let label = template.navigation, case .single(let page) = template.source else {
      return nil
    }
    return (template.order, NavigationEntry(label: label, page: page))
  }
  return entries.sorted {
    ($0.order, $0.entry.label) < ($1.order, $1.entry.label)
  }.map(\.entry)
}

private func renderedFiles(
  _ page: PlannedPage, of workbook: CompiledWorkbook, site: SiteScope,
  running runner: QueryRunner
) throws(Diagnostic) -> [SiteFile] {
  let tables = try pageTables(of: page, running: runner)
  let scope = PageScope(
    template: page.template, page: page.path, row: page.row, tables: tables,
    site: page.month.map(site.limited) ?? site)
  var body = PageBody(scope: scope)
  try body.write(page.template.blocks)
  body.finish()
  let html = try PageShell(scope: scope, content: body.buffer).html(workbook.layout)
  let beside = body.files.sorted { $0.key < $1.key }.map { name, bytes in
    SiteFile(path: page.path.sibling(name), bytes: bytes)
  }
  return [SiteFile(path: page.path.file, bytes: html.bytes)] + beside
}
