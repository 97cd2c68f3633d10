import UsageModel

/// Whether the counts of a call fit each other.
func countSection(_ checked: CheckedSource) -> ReportSection? {
  var section = ReportSection(title: "Counts")
  if let apart = checked.answers.totalsApart { section.lines += totalLines(apart) }
  if let models = checked.answers.cachedAbovePrompt {
    section.lines += cachedLines(models, checked)
  }
  return section.lines.isEmpty ? nil : section
}

private func totalLines(_ apart: [TotalApart]) -> [ReportSection.Line] {
  guard !apart.isEmpty else {
    return [.fact("Total = prompt + completion, in every series and on every day.")]
  }
  let days = Set(apart.map(\.day)).count
  return [
    .finding(
      "Total is not prompt + completion on \(counted(days, "day"))",
      fix: "compare with the provider's counts; what only the total has is charged as output where "
        + "only the completion is missing, else as input"),
    .table(
      ReportTable(
        columns: [
          .text("day"), .text("model"), .number("prompt"), .number("completion"),
          .number("total"), .number("total - prompt - completion"),
        ],
        rows: apart.map { sums in
          [
            sums.day.description, shownName(sums.model), groupedDigits(sums.prompt),
            groupedDigits(sums.completion), groupedDigits(sums.total),
            groupedDigits(sums.total &- sums.prompt &- sums.completion),
          ]
        })),
  ]
}

private func cachedLines(
  _ models: [CachedAbovePrompt], _ checked: CheckedSource
) -> [ReportSection.Line] {
  let names = checked.answers.metrics?.map(\.name)
  if let names, !names.contains(TokenMetric.cached.rawValue) {
    return [
      .fact(
        "'\(TokenMetric.cached.rawValue)' does not occur: how many tokens came out of a cache is "
          + "not known.")
    ]
  }
  guard !models.isEmpty else {
    return [.fact("Cached tokens never exceed those of the prompt, in any series on any day.")]
  }
  let inside = models.filter { !checked.modelsWithCachedBeside.contains($0.model) }
  let table = ReportSection.Line.table(
    ReportTable(
      columns: [
        .text("model"), .number("prompt"), .number("cached"), .text("days"),
        .text("models.csv"),
      ],
      rows: models.map { model in
        [
          shownName(model.model), groupedDigits(model.prompt), groupedDigits(model.cached),
          model.first == model.last ? "\(model.first)" : "\(model.first) to \(model.last)",
          checked.modelsWithCachedBeside.contains(model.model) ? "beside" : "not beside",
        ]
      }))
  guard !inside.isEmpty else {
    return [
      .fact(
        "Cached tokens exceed the prompt where they are counted beside it, as models.csv says."),
      table,
    ]
  }
  return [
    .finding(
      "Cached tokens exceed those of the prompt: they cannot all be part of it, with "
        + namesInWords(inside.map(\.model), most: 4),
      fix:
        "write 'beside' for it in the column 'cached' of models.csv, if the provider counts them "
        + "so"),
    table,
  ]
}
