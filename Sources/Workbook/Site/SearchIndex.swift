import SourceText
import Tables

/// What readers can search for: every page by its title, as a script that sets one global, since
/// nothing else can be read from a file that was opened without a server.
func searchIndex(
  of pages: [PlannedPage], site: SiteScope, running runner: QueryRunner
) throws(Diagnostic) -> [UInt8] {
  var lines: [String] = []
  for page in pages {
    var tables: [QueryRun: Table] = [:]
    for (run, query) in page.template.titleRuns {
      tables[run] = try runner.table(of: query, keys: page.keys, in: page.template.file)
    }
    let scope = PageScope(
      template: page.template, page: page.path, row: page.row, tables: tables, site: site)
    let entry = [try scope.text(page.template.title), page.kind, page.path.file]
    lines.append("[" + entry.map(jsonText).joined(separator: ",") + "]")
  }
  return Array(("window.TOKENBOOK_SEARCH=[\n" + lines.joined(separator: ",\n") + "\n];\n").utf8)
}

extension PlannedPage {
  /// What the page is about, in one word.
  fileprivate var kind: String {
    if case .forEach(let rows) = template.source { label(of: rows.name) } else { "Page" }
  }
}
