import Analysis
import SourceText
import Tables

/// The numbers of a chart: names down, series across, with sums where they add up.
struct NumberTable {
  /// The first one heads the names.
  let head: [String]
  let format: ValueFormat
  let step: StepRows
  let position: SourcePosition
  /// nil is unknown.
  var rows: [(name: String, amounts: [Int64?])] = []
  /// What stands in place of the amounts of a row, by index: *no data*.
  var notes: [Int: String] = [:]
  /// Sums that are not those of their column, by index of the amount.
  var givenSums: [Int: Int64] = [:]

  func html() throws(Diagnostic) -> HTMLBuffer {
    let sums = try sums()
    let decimals = step.scope.site.facts.minorUnits
    let rounding = sums.enumerated().map { column, sum -> Int64? in
      guard format.isMoney, format.isAdditive, let sum else { return nil }
      return roundingDifference(
        parts: rows.compactMap { $0.amounts[column] }, total: sum, decimals: decimals)
    }
    var html = HTMLBuffer()
    html.append(markup: "<thead>\n<tr>")
    for (index, text) in head.enumerated() {
      html.append(markup: "<th scope=\"col\"\(index > 0 ? " class=\"number\"" : "")>")
      html.append(text: text)
      html.append(markup: "</th>")
    }
    html.append(markup: "</tr>\n</thead>\n<tbody>\n")
    for (index, row) in rows.enumerated() {
      html.append(markup: "<tr>")
      try write(row.name, row.amounts.map { cell($0) }, note: notes[index], to: &html)
    }
    if rounding.contains(where: { $0 != nil }) {
      html.append(markup: "<tr class=\"rounding\">")
      try write("Rounding", rounding.map { $0.map(Cell.integer) }, to: &html)
    }
    html.append(markup: "</tbody>\n")
    if format.isAdditive {
      html.append(markup: "<tfoot>\n<tr class=\"total\">")
      try write("Total", sums.map { cell($0) }, to: &html)
      html.append(markup: "</tfoot>\n")
    }
    return html
  }

  private func sums() throws(Diagnostic) -> [Int64?] {
    try step.analysed { () throws(AnalysisError) in
      var sums: [Int64?] = []
      for column in head.indices.dropLast() {
        if let given = givenSums[column] {
          sums.append(given)
          continue
        }
        var sum = ExactSum()
        for row in rows { sum.add(row.amounts[column]) }
        sums.append(try sum.total(of: head[column + 1]))
      }
      return sums
    }
  }

  private func cell(_ amount: Int64?) -> Cell? { amount.map(Cell.integer) ?? .null }

  /// - Parameter cells: nil leaves a cell empty.
  private func write(
    _ name: String, _ cells: [Cell?], note: String? = nil, to html: inout HTMLBuffer
  ) throws(Diagnostic) {
    html.append(markup: "<th scope=\"row\">")
    html.append(text: name)
    html.append(markup: "</th>")
    for cell in cells {
      html.append(markup: "<td class=\"number\">")
      if let note {
        html.append(text: note)
      } else if let cell {
        html.append(text: try step.scope.text(cell, as: format, at: position))
      }
      html.append(markup: "</td>")
    }
    html.append(markup: "</tr>\n")
  }
}
