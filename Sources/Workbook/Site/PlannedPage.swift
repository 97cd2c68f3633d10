import ContentHash
import SourceText
import Tables
import UsageModel

/// A page that will be written: its template, its place and its row.
struct PlannedPage: Sendable {
  let template: CompiledTemplate
  let path: PagePath
  let row: PageScope.Row?
  /// The parameters of the page's keys.
  let keys: [String: Cell]
  /// Of the template: what is run for each of its pages.
  let queries: [PageQuery]

  /// The month that a page of the view `months` is about.
  var month: CalendarMonth? {
    guard path.folder.count == 2, path.folder.first == "months" else { return nil }
    return keys.values.first?.text.flatMap { CalendarMonth($0) }
  }
}

/// Every page of a template, in the order of its rows.
func plannedPages(
  of template: CompiledTemplate, running runner: QueryRunner
) throws(Diagnostic) -> [PlannedPage] {
  let queries = template.pageQueries
  switch template.source {
  case .single(let path):
    return [PlannedPage(template: template, path: path, row: nil, keys: [:], queries: queries)]
  case .forEach(let rows):
    let table = try runner.table(of: rows.query, in: template.file)
    var indices: [Int] = []
    for key in rows.keys {
      guard let index = table.index(of: key.column) else {
        throw Diagnostic(
          .missingPageColumn(key.column, query: rows.query.name), in: template.file,
          at: rows.query.definition.position)
      }
      indices.append(index)
    }
    let slugIndex = rows.keys.count == 1 ? table.index(of: "slug") : nil
    return table.rows.map { row in
      let given = slugIndex.flatMap { row[$0].text }.flatMap { isSlug($0) ? $0 : nil }
      let folders = given.map { [$0] } ?? indices.map { slug(of: pathText(row[$0])) }
      return PlannedPage(
        template: template, path: PagePath(folder: [rows.folder] + folders),
        row: PageScope.Row(source: rows.name, columns: table.columns, cells: row),
        keys: Dictionary(
          zip(rows.keys.map(\.parameter), indices.map { row[$0] }),
          uniquingKeysWith: { first, _ in first }),
        queries: queries)
    }
  }
}

private func pathText(_ cell: Cell) -> String {
  cell.text ?? cell.integer.map(String.init) ?? ""
}
