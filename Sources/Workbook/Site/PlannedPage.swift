import ContentHash
import SourceText
import Tables
import UsageModel

/// A page that will be written: its template, its place and its row.
struct PlannedPage: Sendable {
  let template: CompiledTemplate
  let path: PagePath
  let row: PageScope.Row?
  /// The page key's parameter and the row's id.
  let key: (name: String, id: Cell)?

  /// The month that a page of the view `months` is about.
  var month: CalendarMonth? {
    path.folder.first == "months" ? key?.id.text.flatMap { CalendarMonth($0) } : nil
  }
}

/// Every page of a template, in the order of its rows.
func plannedPages(
  of template: CompiledTemplate, running runner: QueryRunner
) throws(Diagnostic) -> [PlannedPage] {
  switch template.source {
  case .single(let path):
    return [PlannedPage(template: template, path: path, row: nil, key: nil)]
  case .forEach(let folder, let name, let query):
    let table = try runner.table(of: query, key: nil, in: template.file)
    guard let identity = table.index(of: "id") else {
      throw Diagnostic(
        .missingPageColumn("id", query: query.name), in: template.file,
        at: query.definition.position)
    }
    let slugIndex = table.index(of: "slug")
    return table.rows.map { row in
      let id = row[identity].text ?? row[identity].integer.map(String.init) ?? ""
      let given = slugIndex.flatMap { row[$0].text }.flatMap { isSlug($0) ? $0 : nil }
      return PlannedPage(
        template: template, path: PagePath(folder: [folder, given ?? slug(of: id)]),
        row: PageScope.Row(source: name, columns: table.columns, cells: row),
        key: (name, row[identity]))
    }
  }
}
