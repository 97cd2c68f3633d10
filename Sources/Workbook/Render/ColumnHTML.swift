import Analysis
import Charts
import SourceText
import Tables
import UsageModel

/// One column per period, against a budget and with a forecast where there are any.
func columnHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  guard let content = try ColumnContent(chart, step) else {
    return try ChartFigure(chart: chart, step: step, period: nil).empty()
  }
  let site = step.scope.site
  let columns = content.columns
  let figure = ChartFigure(
    chart: chart, step: step, period: site.windowText(columns.periods, columns.grain))
  let amounts = ChartAmounts(
    chart, site, all: content.values + (content.budgets ?? []) + [content.forecast])
  let labels = try ColumnLabels(content, amounts, step)
  let formatter = site.formatter
  let drawing = ColumnChart(
    slots: content.slots(in: formatter.locale), forecast: content.forecast.map(Double.init),
    marksNewest: content.isNewestOpen, newestLabel: labels.newest, budgetLabel: labels.budget,
    forecastLabel: labels.forecast, idPrefix: figure.id,
    axisLabels: { formatter.axisLabels(of: $0, as: chart.format) })
  let svgs = figure.svgs(over: columns.grain) { frame, name in
    drawing.svg(frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  return try figure.html(
    drawing: svgs + labels.key.html,
    summary: try step.summarised(with: amounts) { words in
      try columnSummary(of: columns, asOf: content.asOf, words: words)
    },
    numbers: try content.table(chart, step).html())
}

extension ColumnContent {
  fileprivate func slots(in locale: LocaleNotation) -> [ColumnChart.Slot] {
    let drawn = chartColumns(of: columns, in: locale)
    return columns.periods.indices.map { index in
      // Ink already says of the newest month that more will come.
      let isInk = isNewestOpen && index == columns.periods.count - 1
      let column = isInk && drawn[index].state == .mayChange ? drawn[index].settled : drawn[index]
      return ColumnChart.Slot(
        column: column, value: values[index].map(Double.init),
        budget: budgets.flatMap { $0[index].map(Double.init) })
    }
  }

  fileprivate func table(_ chart: ChartDefinition, _ step: StepRows) -> NumberTable {
    let roles = [ChartRole.budget, .forecast].filter { chart.roles[$0] != nil }
    var table = NumberTable(
      head: [grainName(columns.grain), label(of: chart.y.name)]
        + roles.compactMap { chart.roles[$0].map { label(of: $0.name) } },
      format: chart.format, step: step, position: chart.y.position)
    let newest = columns.periods.count - 1
    for (index, period) in columns.periods.enumerated() {
      if period.status == .missing {
        table.words[NumberTable.Place(row: index, column: 0)] = "no data"
      }
      var amounts = [values[index]]
      for (column, role) in roles.enumerated() {
        let amount = role == .budget ? budgets?[index] : index == newest ? forecast : nil
        amounts.append(amount)
        if amount == nil {
          table.words[NumberTable.Place(row: index, column: column + 1)] =
            role == .budget ? "no budget" : ""
        }
      }
      let remarks = isNewestOpen && index == newest ? ["so far"] : []
      table.rows.append(
        (step.scope.site.periodText(period, columns.grain, remarks: remarks), amounts))
    }
    for (column, role) in roles.enumerated() {
      // The budgets of some periods would stand under the amounts of all.
      if role == .forecast || budgets?.contains(nil) ?? false {
        table.columnsWithoutSum.insert(column + 1)
      }
    }
    return table
  }
}

extension StackedColumnChart.Column {
  fileprivate var settled: StackedColumnChart.Column {
    StackedColumnChart.Column(label: label, isMajorTick: isMajorTick, isWeekend: isWeekend)
  }
}
