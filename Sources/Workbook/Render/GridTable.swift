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

  init(grid: GridDefinition, content: GridContent, step: StepRows) {
    self.grid = grid
    self.content = content
    self.step = step
    extents = grid.columns.enumerated().map { position, column in
      GridColumnExtent(column, cells: content.rows.map { $0.cells[content.indices[position]] })
    }
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
    let element = position == 0 ? "th scope=\"row\"" : "td"
    html.append(markup: "<\(element)\(classes(position, cell: row))\(exact(cell, position))>")
    if let values = row.sparks[position] {
      html.append(markup: sparkline(values, marksLast: true))
    } else if case .other(let count) = row.kind, position == 0 {
      html.append(text: "\(count) \(grid.otherLabel)")
    } else if let share {
      html.append(text: share)
    } else if row.isOther, !column.isTotalled {
      // Neither a sum nor a name: nothing can be said of the rows together.
    } else {
      try GridCell(column: column, row: row, step: step).write(cell, to: &html)
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
  private func exact(_ cell: Cell, _ position: Int) -> String {
    guard extents[position].isNumber, grid.columns[position].spark == nil else { return "" }
    switch cell {
    case .integer(let number): return " data-value=\"\(number)\""
    case .real(let number) where number.isFinite: return " data-value=\"\(number)\""
    case .real, .text, .null: return ""
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
    let column = grid.columns[position]
    var names: [String] = []
    if column.spark != nil {
      names.append("spark")
    } else if extents[position].isNumber {
      names.append("number")
      if let row, row.cells[content.indices[position]].isNull { names.append("not-known") }
    }
    if let row, let status = column.status.flatMap({ step.table.index(of: $0.name) }),
      let word = row.cells[status].text.flatMap(StatusIcon.init)
    {
      names += ["status", "status-" + word.rawValue]
    }
    if column.isWideOnly { names.append("wide-only") }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }
}
