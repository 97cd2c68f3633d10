import UsageModel

/// What was checked, and what the workbook says about it.
package struct CheckedSource: Hashable, Sendable {
  let source: ServiceSource
  let days: ClosedRange<CalendarDay>
  let timeZone: String
  /// In days.
  let lookback: Int
  let answers: CompletenessAnswers
  /// Of the heaviest keys.
  let coverage: [CoveredKey]
  /// Metered models whose cached tokens are known not to be part of the prompt.
  let modelsWithCachedBeside: Set<String>

  package init(
    _ source: ServiceSource, days: ClosedRange<CalendarDay>, timeZone: String, lookback: Int,
    answers: CompletenessAnswers, coverage: [CoveredKey], modelsWithCachedBeside: Set<String>
  ) {
    self.source = source
    self.days = days
    self.timeZone = timeZone
    self.lookback = lookback
    self.answers = answers
    self.coverage = coverage
    self.modelsWithCachedBeside = modelsWithCachedBeside
  }

  var isGatewayLog: Bool {
    if case .gatewayLLMLog = source.kind { true } else { false }
  }

  /// Whether a metric of this name is pulled.
  func isPulled(_ metric: String) -> Bool {
    source.metrics?.contains(metric)
      ?? metric.utf8.reversed().starts(with: " Tokens".utf8.reversed())
  }

  /// All records that count tokens; nil where no question about them has an answer.
  var whole: Amount? {
    if let use = answers.dimensions?.first { return use.all }
    if let keys = answers.heaviest, keys.count < CompletenessAnswers.mostRows {
      return keys.reduce(.nothing) { $0 + $1.amount }
    }
    return nil
  }

  /// Whether nothing came that could be pulled.
  var isSilent: Bool {
    if let metrics = answers.metrics, answers.hasEveryMetric {
      return !metrics.contains { isPulled($0.name) }
    }
    return whole?.records == 0
  }
}

/// Whether a key has a team and rates on every day that was checked.
package struct CoveredKey: Hashable, Sendable {
  /// A kind of token without a rate on some days.
  package struct MissingRate: Hashable, Sendable {
    /// As in rates.csv.
    let tokenClass: String
    let days: [CalendarDay]

    package init(tokenClass: String, days: [CalendarDay]) {
      self.tokenClass = tokenClass
      self.days = days
    }
  }

  let key: UsedKey
  /// What models.csv makes of the metered name.
  let bookedModel: String
  let daysWithoutTeam: [CalendarDay]
  /// Without those that have a rate on every day.
  let missingRates: [MissingRate]
  /// How many kinds of token were looked up.
  let classes: Int

  package init(
    _ key: UsedKey, bookedModel: String, daysWithoutTeam: [CalendarDay],
    missingRates: [MissingRate], classes: Int
  ) {
    self.key = key
    self.bookedModel = bookedModel
    self.daysWithoutTeam = daysWithoutTeam
    self.missingRates = missingRates
    self.classes = classes
  }
}
