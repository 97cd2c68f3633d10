import Pricing
import UsageModel

/// Collects what the charges of a month tell beside their rows.
struct MonthNotes {
  /// Tokens of one class of one model.
  private struct ClassUse {
    var unpricedTokens: Int128 = 0
    var firstUnpricedDay: CalendarDay?
    var isPriced = false
  }

  private let models: [String]
  /// Of each key of a charge, its place among `models`.
  private let modelOfKey: [Int]
  /// By model and class.
  private var uses: [ClassUse]
  private var isKeyKnown: [Bool]
  private var isPayerKnown: [Bool] = []
  private var isRateLineUsed: [Bool] = []
  private var reasoningTokens: Int128 = 0
  private var summary = MonthSummary()

  /// - Parameter keys: By number.
  init(keys: [ChargeKey]) {
    models = Set(keys.map(\.model)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(models, models.indices))
    modelOfKey = keys.map { places[$0.model] ?? 0 }
    uses = Array(repeating: ClassUse(), count: models.count * TokenClass.allCases.count)
    isKeyKnown = Array(repeating: false, count: keys.count)
  }

  /// - Parameter charge: Not of a day before that of an earlier call.
  mutating func add(_ charge: Charge) {
    // Most charges are of a payer and a key that an earlier day had.
    if !isKeyKnown[charge.number] {
      isKeyKnown[charge.number] = true
      summary.enter(charge.key, on: charge.day)
    }
    if setsFirst(charge.payerNumber, in: &isPayerKnown) {
      summary.enter(charge.payer, on: charge.day)
    }
    reasoningTokens += Int128(charge.reasoningTokens ?? 0)
    let first = modelOfKey[charge.number] * TokenClass.allCases.count
    for line in charge.lines {
      let use = first + line.tokenClass.place
      if let rate = line.rate {
        uses[use].isPriced = true
        _ = setsFirst(rate.line, in: &isRateLineUsed)
      } else {
        uses[use].unpricedTokens += Int128(line.tokens)
        if uses[use].firstUnpricedDay == nil { uses[use].firstUnpricedDay = charge.day }
      }
    }
  }

  /// Adds what was collected, and forgets it.
  mutating func move(to month: inout MonthSummary) {
    for (place, use) in uses.enumerated() where use.isPriced || use.firstUnpricedDay != nil {
      summary.add(
        MonthSummary.ClassUse(
          model: models[place / TokenClass.allCases.count],
          tokenClass: TokenClass.allCases[place % TokenClass.allCases.count],
          unpricedTokens: WideCount(use.unpricedTokens), firstUnpricedDay: use.firstUnpricedDay,
          isPriced: use.isPriced))
    }
    summary.addUse(
      ofRateLines: isRateLineUsed.indices.filter { isRateLineUsed[$0] },
      reasoningTokens: reasoningTokens)
    month.add(summary)
    summary = MonthSummary()
    reasoningTokens = 0
    for index in uses.indices { uses[index] = ClassUse() }
    for index in isKeyKnown.indices { isKeyKnown[index] = false }
    isPayerKnown = []
    isRateLineUsed = []
  }
}

/// - Returns: Whether it was not set before.
private func setsFirst(_ index: Int, in flags: inout [Bool]) -> Bool {
  while flags.count <= index { flags.append(false) }
  defer { flags[index] = true }
  return !flags[index]
}

extension TokenClass {
  /// Its place among all classes.
  var place: Int {
    switch self {
    case .input: 0
    case .cachedInput: 1
    case .cacheWrite: 2
    case .output: 3
    }
  }
}
