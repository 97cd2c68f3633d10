import SourceText
import Tables

/// The values one page is filled with.
struct PageScope: Sendable {
  /// The row of the `for-each` that the page is made from.
  struct Row: Hashable, Sendable {
    let source: String
    let columns: [String]
    let cells: [Cell]
  }

  let page: PagePath
  let row: Row?
  let tables: [QueryRun: Table]
  /// What toggles stand at, by name: none outside variants.
  var choices: [String: String] = [:]
  private let shared: Shared

  /// What many pages have in common. Steps, tables and cells hold their scope: it is copied often.
  private final class Shared: Sendable {
    let template: CompiledTemplate
    let site: SiteScope

    init(template: CompiledTemplate, site: SiteScope) {
      self.template = template
      self.site = site
    }
  }

  init(
    template: CompiledTemplate, page: PagePath, row: Row?, tables: [QueryRun: Table],
    site: SiteScope
  ) {
    self.page = page
    self.row = row
    self.tables = tables
    shared = Shared(template: template, site: site)
  }

  var template: CompiledTemplate { shared.template }
  var site: SiteScope { shared.site }
  var file: SourceFile { template.file }

  /// The rows of a query under the choices made here.
  func table(of query: String) -> Table {
    tables[template.run(of: query, choices: choices)] ?? Table(columns: [], rows: [])
  }

  func text(_ template: TextTemplate) throws(Diagnostic) -> String {
    var text = ""
    for piece in template.pieces {
      switch piece {
      case .text(let literal): text += literal
      case .value(let expression): text += try self.text(expression)
      }
    }
    return text
  }

  /// Whether every value in the text is something, or has other words for nothing.
  func isKnown(_ template: TextTemplate) throws(Diagnostic) -> Bool {
    for expression in template.expressions where expression.fallback == nil {
      if try cell(expression.path, at: expression.position).isNull { return false }
    }
    return true
  }

  func text(_ expression: ValueExpression) throws(Diagnostic) -> String {
    var cell = try self.cell(expression.path, at: expression.position)
    if cell.isNull {
      switch expression.fallback {
      case .text(let text): return text
      case .path(let path): cell = try self.cell(path, at: expression.position)
      case nil: break
      }
    }
    return try text(cell, as: expression.format, at: expression.position)
  }

  func text(
    _ cell: Cell, as format: ValueFormat, at position: SourcePosition
  ) throws(Diagnostic) -> String {
    do throws(ValueFormatError) {
      return try site.formatter.text(cell, as: format)
    } catch {
      throw Diagnostic(
        .unformattable(
          error.errorDescription ?? "the value does not fit the format '\(format.rawValue)'",
          remedy: error.recoverySuggestion ?? "choose another format"),
        in: file, at: position)
    }
  }

  func cell(_ path: ValuePath, at position: SourcePosition) throws(Diagnostic) -> Cell {
    switch path {
    case .builtIn(let value):
      return site.cell(value)
    case .toggle(let name):
      return choices[name].map(Cell.text) ?? .null
    case .pageRow(let column):
      guard let row, let index = row.columns.firstIndex(of: column) else {
        throw Diagnostic(
          .unknownColumn(column, of: row?.source ?? "", known: row?.columns ?? []), in: file,
          at: position)
      }
      return row.cells[index]
    case .query(let name, let column):
      let table = table(of: name)
      guard let index = table.index(of: column) else {
        throw Diagnostic(
          .unknownColumn(column, of: name, known: table.columns), in: file, at: position)
      }
      guard table.rows.count <= 1 else {
        throw Diagnostic(
          .rowCount(query: name, found: table.rows.count), in: file, at: position)
      }
      return table.rows.first?[index] ?? .null
    }
  }

  /// Whether the value is something: neither NULL, 0 nor empty.
  func holds(_ condition: ValueExpression) throws(Diagnostic) -> Bool {
    switch try cell(condition.path, at: condition.position) {
    case .null, .integer(0), .text(""): false
    case .real(let number): number != 0
    case .integer, .text: true
    }
  }
}
