import AzureMonitor
import Foundation
import Pricing
import UsageModel

/// Asks a service how complete its records are, and prints what that says.
struct SourceCheck {
  private let workbook: OpenWorkbook
  private let source: ServiceSource
  private let days: ClosedRange<CalendarDay>

  /// - Parameter today: nil is the day on which this runs.
  init(workbook: OpenWorkbook, source: ServiceSource, today: CalendarDay?, dayCount: Int) {
    self.workbook = workbook
    self.source = source
    let today = workbook.today(today)
    days = today.advanced(by: -dayCount)...today.advanced(by: -1)
  }

  func run() async throws {
    let answers = try await PullServices.using(workbook.settings) {
      try await self.answers($0)
    }
    workbook.console.print(report(on: answers).text)
  }

  private func answers(_ services: PullServices) async throws -> CompletenessAnswers {
    let signIn = try services.signIn(for: source)
    workbook.console.step("\(source.name): signing in with \(signIn.credentialName)")
    let questions = SourceQuestions(
      services.queryService(for: source, signIn: signIn), calendar: workbook.settings.calendar)
    var line = ProgressLine(console: workbook.console)
    defer { line.clear() }
    return try await questions.answers(for: days) { answered in
      line.show("\(source.name): \(answered) of \(questions.count) questions")
    }
  }

  private func report(on answers: CompletenessAnswers) -> SourceReport {
    let models = MeteredModels(workbook.folder.book)
    let coverage = BookCoverage(
      workbook.folder.book, source: source.name, days: days, answers: answers)
    return SourceReport(
      CheckedSource(
        source, days: days, timeZone: workbook.settings.timeZone,
        lookback: workbook.settings.lookback, answers: answers,
        coverage: (answers.heaviest ?? []).map(coverage.covered),
        modelsWithCachedBeside: Set(
          (answers.cachedAbovePrompt ?? []).map(\.model).filter {
            models.cachedRelation(of: models.model(of: named($0)), at: source.name) == .beside
          })))
  }
}

/// Which days the teams and rates of a workbook cover.
private struct BookCoverage {
  private let payers: PayerIndex
  private let rates: RateCard
  private let models: MeteredModels
  private let source: String
  private let days: ClosedRange<CalendarDay>
  private let hasCached: Bool
  private let hasCacheWrites: Bool

  init(
    _ book: PriceBook, source: String, days: ClosedRange<CalendarDay>,
    answers: CompletenessAnswers
  ) {
    payers = PayerIndex(book.membership)
    rates = RateCard(book.rates)
    models = MeteredModels(book)
    self.source = source
    self.days = days
    hasCached = answers.has(.cached)
    hasCacheWrites = answers.has(.cacheWrite)
  }

  func covered(_ key: UsedKey) -> CoveredKey {
    let subscription = named(key.subscription)
    let model = models.model(of: named(key.model))
    let teams = days.map { payers.payer(of: subscription, on: $0).team }
    let classes = classes(of: model)
    let missing = classes.compactMap { tokenClass -> CoveredKey.MissingRate? in
      let without = zip(days, teams).filter { day, team in
        rates.rate(
          model: model.id, feature: named(key.feature), subscription: subscription, team: team,
          tokenClass: tokenClass, on: day) == nil
      }
      return without.isEmpty
        ? nil
        : CoveredKey.MissingRate(tokenClass: tokenClass.rawValue, days: without.map(\.0))
    }
    return CoveredKey(
      key, bookedModel: model.id,
      daysWithoutTeam: zip(days, teams).filter { $0.1 == Payer.unassigned }.map(\.0),
      missingRates: missing, classes: classes.count)
  }

  /// Those that this source has tokens of. Where it is not known how cached tokens lie, none are
  /// charged as such.
  private func classes(of model: ResolvedModel) -> [TokenClass] {
    let isRelationKnown = models.cachedRelation(of: model, at: source) != .unknown
    return TokenClass.allCases.filter { tokenClass in
      switch tokenClass {
      case .input, .output: true
      case .cachedInput: hasCached && isRelationKnown
      case .cacheWrite: hasCacheWrites
      }
    }
  }
}

/// An empty dimension has a name of its own in the workbook.
private func named(_ dimension: String) -> String {
  dimension.isEmpty ? SeriesKey.unknown : dimension
}
