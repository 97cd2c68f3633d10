import Analysis
import Charts
import SourceText

/// The same numbers as stacked columns, without the paper between them.
func stackedAreaDrawing(
  _ content: ChartContent, _ figure: ChartFigure
) throws(Diagnostic) -> String {
  let formatter = figure.step.scope.site.formatter
  let drawing = StackedAreaChart(
    columns: chartColumns(of: content.shown, in: formatter.locale),
    series: try content.drawnSeries(figure),
    edge: content.shown.grain == .day ? .stepped : .straight, idPrefix: figure.id,
    axisLabels: { formatter.axisLabels(of: $0, as: figure.chart.format) })
  return figure.svgs(over: content.all.grain) { frame, name in
    drawing.svg(frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  } + (try content.key(figure))
}
