import SourceText
import Tables
import UsageModel

/// What every chart's figure holds around its drawing.
struct ChartFigure {
  let chart: ChartDefinition
  let step: StepRows
  /// nil where the chart is not over time.
  let period: String?

  var id: String { step.step.id }
  var titleID: String { "\(id)-title" }
  var summaryID: String { "\(id)-summary" }

  func title() throws(Diagnostic) -> String {
    if let title = chart.title { return try step.scope.text(title) }
    if chart.kind == .calendar { return "Every day" }
    let measure = label(of: chart.y.name)
    func by(_ column: ColumnName?) -> String {
      column.map { ", by " + $0.name.replacing("_", with: " ") } ?? ""
    }
    return switch chart.kind {
    case .bar, .waterfall, .bullet: measure + by(chart.x)
    case .burnUp: measure + ", added up by " + chart.x.name.replacing("_", with: " ")
    default: measure + " per " + chart.x.name.replacing("_", with: " ") + by(chart.series)
    }
  }

  /// By default the currency and the period.
  private func subtitle() throws(Diagnostic) -> String {
    if let subtitle = chart.subtitle { return try step.scope.text(subtitle) }
    let unit =
      chart.format.isMoney && chart.kind != .calendar ? step.scope.site.facts.currency : nil
    return [unit, period].compactMap { $0 }.joined(separator: ", ")
  }

  /// - Parameters:
  ///   - drawing: both drawings and the key.
  ///   - summary: used where the template gives none.
  ///   - numbers: the rows of the table.
  func html(drawing: String, summary: String, numbers: HTMLBuffer) throws(Diagnostic) -> HTMLBuffer
  {
    let title = try title()
    var html = HTMLBuffer()
    html.append(markup: "<figure class=\"chart chart-\(chart.kind.rawValue)\" id=\"\(id)\">\n")
    html.append(markup: "<figcaption id=\"\(titleID)\">")
    html.append(figureTitle: title, subtitle: try subtitle())
    html.append(markup: "</figcaption>\n")
    html.append(markup: drawing)
    html.append(markup: "<p class=\"summary\" id=\"\(summaryID)\">")
    let own = try chart.summary.map { template throws(Diagnostic) in try step.scope.text(template) }
    html.append(text: own ?? summary)
    html.append(markup: "</p>\n")
    html.append(markup: try step.unpricedHTML())
    html.append(markup: "<details><summary>Show the numbers as a table</summary>")
    html.append(markup: scrollOpening(label: "Numbers: " + title))
    html.append(markup: "<table class=\"grid\">\n")
    html.append(markup: numbers.bytes)
    html.append(markup: "</table></div></details>\n")
    html.append(markup: step.downloadHTML)
    html.append(markup: "</figure>\n")
    return html
  }

  /// Nothing can be drawn without rows; the figure says so and keeps its place.
  func empty() throws(Diagnostic) -> HTMLBuffer {
    var html = HTMLBuffer()
    html.append(markup: "<figure class=\"table\" id=\"\(id)\">\n<figcaption>")
    html.append(figureTitle: try title(), subtitle: try subtitle())
    html.append(markup: "</figcaption>\n<p class=\"empty\">There is nothing to show here.</p>\n")
    html.append(markup: step.downloadHTML)
    html.append(markup: "</figure>\n")
    return html
  }
}
