import Analysis
import SourceText
import Tables

/// The numbers of a chart: names down, series across, with sums where they add up.
struct NumberTable {
  /// A cell among the amounts.
  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// The first one heads the names.
  let head: [String]
  let format: ValueFormat
  let step: StepRows
  let position: SourcePosition
  /// nil is unknown.
  var rows: [(name: String, amounts: [Int64?])] = []
  /// What stands in place of the amounts of a row, by index: *no data*.
  var notes: [Int: String] = [:]
  /// What stands in place of a single amount; empty for none at all.
  var words: [Place: String] = [:]
  /// Sums that are not those of their column, by index of the amount.
  var givenSums: [Int: Int64] = [:]
  /// The columns of amounts that say nothing when added up.
  var columnsWithoutSum: Set<Int> = []

  func html() throws(Diagnostic) -> HTMLBuffer {
    let sums = try sums()
    let decimals = step.shownDecimals(of: format)
    let rounding = sums.enumerated().map { column, sum -> Int64? in
      guard hasSum(column), format.isMoney, format.isAdditive, let sum else { return nil }
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
      try write(row.name, row.amounts, to: &html) { column in
        notes[index] ?? words[Place(row: index, column: column)]
      }
    }
    if rounding.contains(where: { $0 != nil }) {
      html.append(markup: "<tr class=\"rounding\">")
      try write("Rounding", rounding, to: &html) { rounding[$0] == nil ? "" : nil }
    }
    html.append(markup: "</tbody>\n")
    if format.isAdditive {
      html.append(markup: "<tfoot>\n<tr class=\"total\">")
      try write("Total", sums, to: &html) { hasSum($0) ? nil : "" }
      html.append(markup: "</tfoot>\n")
    }
    return html
  }

  private func hasSum(_ column: Int) -> Bool { !columnsWithoutSum.contains(column) }

  private func sums() throws(Diagnostic) -> [Int64?] {
    try step.analysed { () throws(AnalysisError) in
      var sums: [Int64?] = []
      for column in head.indices.dropLast() {
        if let given = givenSums[column] {
          sums.append(given)
          continue
        }
        guard hasSum(column) else {
          sums.append(nil)
          continue
        }
        var sum = ExactSum()
        for row in rows { sum.add(row.amounts[column]) }
        sums.append(try sum.total(of: head[column + 1]))
      }
      return sums
    }
  }

  /// - Parameter words: What stands in place of an amount, by column.
  private func write(
    _ name: String, _ amounts: [Int64?], to html: inout HTMLBuffer,
    words: (_ column: Int) -> String?
  ) throws(Diagnostic) {
    html.append(markup: "<th scope=\"row\">")
    html.append(text: name)
    html.append(markup: "</th>")
    for (column, amount) in amounts.enumerated() {
      if let text = words(column) {
        html.append(number: nil, text: text)
      } else {
        let cell = amount.map(Cell.integer) ?? .null
        html.append(number: amount, text: try step.scope.text(cell, as: format, at: position))
      }
    }
    html.append(markup: "</tr>\n")
  }
}
