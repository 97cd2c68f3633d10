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

/// Sums of a model over days, apart where the total is more and where it is less.
private struct ModelTotals: Hashable {
  private struct Key: Hashable {
    let model: String
    let isMore: Bool
  }

  let model: String
  var days: [CalendarDay] = []
  var prompt: Int64 = 0
  var completion: Int64 = 0
  var total: Int64 = 0

  var difference: Int64 { total &- prompt &- completion }

  /// The greatest difference first.
  static func of(_ apart: [TotalApart]) -> [ModelTotals] {
    var sums: [Key: ModelTotals] = [:]
    for day in apart {
      let key = Key(model: day.model, isMore: day.total > day.prompt &+ day.completion)
      sums[key, default: ModelTotals(model: day.model)].add(day)
    }
    return sums.values.sorted {
      ($1.difference.magnitude, $0.model, $0.difference)
        < ($0.difference.magnitude, $1.model, $1.difference)
    }
  }

  private mutating func add(_ apart: TotalApart) {
    days.append(apart.day)
    prompt &+= apart.prompt
    completion &+= apart.completion
    total &+= apart.total
  }
}

private func totalLines(_ apart: [TotalApart]) -> [ReportSection.Line] {
  guard !apart.isEmpty else {
    return [
      .fact("Total = prompt + completion, in every series and on every day that has all three.")
    ]
  }
  return [
    .finding(
      "Total is not prompt + completion, with "
        + "\(apart.count < CompletenessAnswers.mostRows ? "" : "at least ")\(counted(Set(apart.map(\.model)).count, "model"))",
      fix: "compare with the provider's counts; tokens that only the total has are charged, unless "
        + "they can be those of a cache beside the prompt"),
    .table(
      ReportTable(
        columns: [
          .text("model"), .text("days"), .number("prompt"), .number("completion"),
          .number("total"), .number("difference"),
        ],
        rows: ModelTotals.of(apart).map { sums in
          [
            shownName(sums.model), daysInWords(sums.days), groupedDigits(sums.prompt),
            groupedDigits(sums.completion), groupedDigits(sums.total),
            (sums.difference > 0 ? "+" : "") + groupedDigits(sums.difference),
          ]
        })),
  ]
}

private func cachedLines(
  _ models: [CachedAbovePrompt], _ checked: CheckedSource
) -> [ReportSection.Line] {
  if checked.answers.hasEveryMetric, !checked.answers.has(.cached) {
    return [
      .fact(
        "'\(TokenMetric.cached.rawValue)' does not occur: how many tokens came out of a cache is "
          + "not known.")
    ]
  }
  guard !models.isEmpty else {
    return [.fact("Cached tokens never exceed those of the prompt, in any series on any day.")]
  }
  func isBeside(_ model: CachedAbovePrompt) -> Bool {
    checked.modelsWithCachedBeside.contains(model.model)
  }
  let others = models.filter { !isBeside($0) }
  let table = ReportSection.Line.table(
    ReportTable(
      columns: [
        .text("model"), .text("days"), .number("prompt"), .number("cached"), .text("taken as"),
      ],
      rows: models.map { model in
        [
          shownName(model.model),
          model.first == model.last ? "\(model.first)" : "\(model.first) to \(model.last)",
          groupedDigits(model.prompt), groupedDigits(model.cached),
          isBeside(model) ? "beside the prompt" : "inside it, or not known",
        ]
      }))
  guard !others.isEmpty else {
    return [
      .fact("Cached tokens exceed those of the prompt, beside which this workbook takes them."),
      table,
    ]
  }
  return [
    .finding(
      "More cached tokens than prompt tokens, with \(namesInWords(others.map(\.model), most: 4)): "
        + "they are not all part of the prompt",
      fix: "if the provider counts them beside the prompt, write cached: beside in the model's row "
        + "of models.csv"),
    table,
  ]
}
