import Analysis
import SourceText
import Tables

/// The numbers of a line chart: periods down, lines across, without sums.
struct LineTable {
  let content: LineContent
  let chart: ChartDefinition
  let step: StepRows

  func html() throws(Diagnostic) -> HTMLBuffer {
    let columns = content.columns
    var html = HTMLBuffer()
    html.append(markup: "<thead>\n<tr><th scope=\"col\">\(grainName(columns.grain))</th>")
    for name in content.headings {
      html.append(markup: "<th scope=\"col\" class=\"number\">")
      html.append(text: name)
      html.append(markup: "</th>")
    }
    html.append(markup: "</tr>\n</thead>\n<tbody>\n")
    for (index, period) in columns.periods.enumerated() {
      let isFuture = content.isFuture(index)
      html.append(markup: "<tr><th scope=\"row\">")
      html.append(
        text: step.scope.site.periodText(
          period, columns.grain, remarks: isFuture ? ["to come"] : []))
      html.append(markup: "</th>")
      for line in columns.lines {
        try write(
          line.values[index], to: &html,
          without: isFuture ? "" : period.status == .missing ? "no data" : "none")
      }
      if let before = content.before { try write(before.values[index], to: &html, without: "none") }
      html.append(markup: "</tr>\n")
    }
    html.append(markup: "</tbody>\n")
    return html
  }

  /// - Parameter words: What stands where there is no number.
  private func write(
    _ cell: Cell?, to html: inout HTMLBuffer, without words: String
  ) throws(Diagnostic) {
    let exact =
      switch cell {
      case .integer(let number)?: " data-value=\"\(number)\""
      case .real(let number)? where number.isFinite: " data-value=\"\(number)\""
      default: ""
      }
    html.append(markup: "<td class=\"number\"\(exact)>")
    html.append(
      text: try cell.map { cell throws(Diagnostic) in
        try step.scope.text(cell, as: chart.format, at: chart.y.position)
      } ?? words)
    html.append(markup: "</td>")
  }
}
