import Charts
import SourceText
import Tables

/// The rows of a grid's table.
struct GridTable {
  let grid: GridDefinition
  let content: GridContent
  let step: StepRows
  /// One per column of the grid.
  private let extents: [GridColumnExtent]
  /// The class attributes of the cells that hold what their column is for, one per column.
  private let ordinaryClasses: [String]

  init(grid: GridDefinition, content: GridContent, step: StepRows) {
    self.grid = grid
    self.content = content
    self.step = step
    extents = grid.columns.enumerated().map { position, column in
      GridColumnExtent(column, cells: content.rows.map { $0.cells[content.indices[position]] })
    }
    ordinaryClasses = zip(grid.columns, extents).map { cellClasses($0, isNumber: $1.isNumber) }
  }

  func write(to html: inout HTMLBuffer) throws(Diagnostic) {
    html.append(markup: "<thead>\n<tr>")
    for position in grid.columns.indices { try writeHead(position, to: &html) }
    html.append(markup: "</tr>\n</thead>\n<tbody>\n")
    for row in content.rows.indices { try writeRow(row, to: &html) }
    if !content.rounding.isEmpty { try writeRounding(to: &html) }
    html.append(markup: "</tbody>\n")
    if !content.totals.isEmpty { try writeTotal(to: &html) }
  }

  private func writeHead(_ position: Int, to html: inout HTMLBuffer) throws(Diagnostic) {
    let column = grid.columns[position]
    if column.hasDifferenceBar {
      html.append(
        markup: "<th scope=\"col\" class=\"difference\"><span>less</span> <span>more</span></th>")
    }
    html.append(markup: "<th scope=\"col\"\(classes(position))>")
    html.append(text: try step.scope.text(column.label))
    html.append(markup: "</th>")
    if column.hasBar { html.append(markup: "<td class=\"bar\"></td>") }
    if column.budget != nil { html.append(markup: "<td class=\"budget\"></td>") }
  }

  private func writeRow(_ index: Int, to html: inout HTMLBuffer) throws(Diagnostic) {
    let row = content.rows[index]
    let rowClass =
      switch row.kind {
      case .ordinary: ""
      case .other: " class=\"other\""
      case .last: " class=\"unassigned\""
      }
    html.append(markup: "<tr\(rowClass)>")
    for position in grid.columns.indices {
      let share = content.shares[position].map { shares in
        shares[index].map { "\($0)\u{A0}%" } ?? step.scope.site.formatter.unknownText(as: .percent)
      }
      try writeCell(row, at: position, share: share, to: &html)
    }
    html.append(markup: "</tr>\n")
  }

  private func writeCell(
    _ row: GridContent.Row, at position: Int, share: String?, to html: inout HTMLBuffer
  ) throws(Diagnostic) {
    let column = grid.columns[position]
    let cell = row.cells[content.indices[position]]
    if column.hasDifferenceBar {
      let bar = differenceBar(cell.number, extent: extents[position].magnitude)
      html.append(markup: "<td class=\"difference\">\(bar)</td>")
    }
    html.append(markup: position == 0 ? "<th scope=\"row\"" : "<td")
    html.append(markup: classes(position, cell: row))
    writeExact(cell, position, to: &html)
    html.append(markup: ">")
    if let values = row.sparks[position] {
      html.append(markup: sparkline(values, marksLast: true))
    } else if case .other(let count) = row.kind, position == 0 {
      html.append(text: "\(count) \(grid.otherLabel)")
    } else if let share {
      html.append(text: share)
    } else if row.isOther, !column.isTotalled {
      // Neither a sum nor a name: nothing can be said of the rows together.
    } else {
      try step.writeContent(of: cell, in: row.cells, column, to: &html)
    }
    html.append(markup: position == 0 ? "</th>" : "</td>")
    if column.hasBar {
      let bar = tableBar(
        cell.number, max: extents[position].highest, min: extents[position].lowest,
        isOutlined: row.isOther)
      html.append(markup: "<td class=\"bar\">\(bar)</td>")
    }
    if let budget = column.budget {
      try BudgetCell(column: column, budget: budget, row: row, step: step).write(cell, to: &html)
    }
  }

  /// The number behind the text, by which rows can be sorted.
  private func writeExact(_ cell: Cell, _ position: Int, to html: inout HTMLBuffer) {
    guard extents[position].isNumber, grid.columns[position].spark == nil else { return }
    switch cell {
    case .integer(let number): html.append(dataValue: number)
    case .real(let number) where number.isFinite:
      html.append(markup: " data-value=\"\(number)\"")
    case .real, .text, .null: break
    }
  }

  private func writeRounding(to html: inout HTMLBuffer) throws(Diagnostic) {
    html.append(markup: "<tr class=\"rounding\">")
    try writeSums(
      label: "Rounding", content.rounding.mapValues { .integer($0) }, isTotal: false, to: &html)
  }

  private func writeTotal(to html: inout HTMLBuffer) throws(Diagnostic) {
    html.append(markup: "<tfoot>\n<tr class=\"total\">")
    try writeSums(
      label: try step.scope.text(grid.totalLabel), content.totals, isTotal: true, to: &html)
    html.append(markup: "</tfoot>\n")
  }

  private func writeSums(
    label: String, _ sums: [Int: Cell], isTotal: Bool, to html: inout HTMLBuffer
  ) throws(Diagnostic) {
    for (position, column) in grid.columns.enumerated() {
      if column.hasDifferenceBar { html.append(markup: "<td class=\"difference\"></td>") }
      html.append(
        markup: (position == 0 ? "<th scope=\"row\"" : "<td") + classes(position) + ">")
      if position == 0 {
        html.append(text: label)
      } else if let sum = sums[position] {
        html.append(
          text: try step.scope.text(
            sum, as: column.format ?? .text, at: column.column.position))
      } else if isTotal, hasShares(position) {
        html.append(text: "100\u{A0}%")
      }
      html.append(markup: position == 0 ? "</th>" : "</td>")
      if column.hasBar { html.append(markup: "<td class=\"bar\"></td>") }
      if column.budget != nil { html.append(markup: "<td class=\"budget\"></td>") }
    }
    html.append(markup: "</tr>\n")
  }

  private func hasShares(_ position: Int) -> Bool {
    content.shares[position]?.contains { $0 != nil } ?? false
  }

  private func classes(_ position: Int, cell row: GridContent.Row? = nil) -> String {
    guard let row else { return ordinaryClasses[position] }
    let column = grid.columns[position]
    let status = column.status.flatMap { step.table.index(of: $0.name) }
      .flatMap { row.cells[$0].text.flatMap(StatusIcon.init) }
    let isUnknown = row.cells[content.indices[position]].isNull
    guard isUnknown || status != nil else { return ordinaryClasses[position] }
    return cellClasses(
      column, isNumber: extents[position].isNumber, isUnknown: isUnknown, status: status)
  }
}

private func cellClasses(
  _ column: GridColumn, isNumber: Bool, isUnknown: Bool = false, status: StatusIcon? = nil
) -> String {
  var names: [String] = []
  if column.spark != nil {
    names.append("spark")
  } else if isNumber {
    names.append("number")
    if isUnknown { names.append("not-known") }
  }
  if let status { names += ["status", "status-" + status.rawValue] }
  if column.isWideOnly { names.append("wide-only") }
  return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
}
