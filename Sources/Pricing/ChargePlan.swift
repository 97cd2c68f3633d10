import UsageModel

/// What identifies a charge within a day.
package struct ChargeKey: Hashable, Sendable {
  package let subscription: String
  package let feature: String
  /// After models.csv.
  package let model: String

  package init(subscription: String, feature: String, model: String) {
    self.subscription = subscription
    self.feature = feature
    self.model = model
  }
}

/// Which series make up which charge, as whose usage: looked up once by name, then used by number on
/// every day.
struct ChargePlan: Sendable {
  /// Where a series stands; equal for series that are equal.
  struct Place: Sendable {
    /// Among ``keys``.
    let charge: Int
    /// Among ``parts``.
    let part: Int
    /// Among ``users``.
    let user: Int
  }

  /// What is classified together: the usage of one metered model at one source.
  struct Part: Sendable {
    let metered: MeteredModel
    let relation: CachedRelation
  }

  /// Ordered by subscription, feature, model.
  let keys: [ChargeKey]
  let parts: [Part]
  /// In order.
  let users: [String]
  /// Ordered by charge, part and user.
  let places: [Place]
  /// Of each series, its place among ``places``.
  let rankOfSeries: [Int]

  /// - Parameters:
  ///   - model: What a metered name stands for.
  ///   - relation: Where cached tokens of a model lie that a source metered.
  init(
    _ series: [MeteredSeries], model: (String) -> ResolvedModel,
    relation: (ResolvedModel, String) -> CachedRelation
  ) {
    var models: [String: ResolvedModel] = [:]
    for name in Set(series.map(\.key.model)) { models[name] = model(name) }
    func key(of series: MeteredSeries) -> ChargeKey {
      ChargeKey(
        subscription: series.key.subscription, feature: series.key.feature,
        model: models[series.key.model]?.id ?? series.key.model)
    }
    keys = Set(series.map(key)).sorted {
      ($0.subscription, $0.feature, $0.model) < ($1.subscription, $1.feature, $1.model)
    }
    users = Set(series.map(\.key.user)).sorted()
    let metered = Set(series.map(\.meteredModel)).sorted {
      ($0.source, $0.model) < ($1.source, $1.model)
    }
    parts = metered.map { entry in
      Part(
        metered: entry,
        relation: models[entry.model].map { relation($0, entry.source) } ?? .unknown)
    }

    let charges = numbers(of: keys)
    let partNumbers = numbers(of: metered)
    let userNumbers = numbers(of: users)
    let all = series.enumerated().map { index, entry in
      (
        place: Place(
          charge: charges[key(of: entry)] ?? 0, part: partNumbers[entry.meteredModel] ?? 0,
          user: userNumbers[entry.key.user] ?? 0), series: index
      )
    }
    var places: [Place] = []
    var ranks = Array(repeating: 0, count: series.count)
    for entry in all.sorted(by: { precedes($0.place, $1.place) }) {
      if places.last.map({ precedes($0, entry.place) }) ?? true { places.append(entry.place) }
      ranks[entry.series] = places.count - 1
    }
    self.places = places
    rankOfSeries = ranks
  }
}

private func numbers<Element: Hashable>(of elements: [Element]) -> [Element: Int] {
  Dictionary(uniqueKeysWithValues: zip(elements, elements.indices))
}

private func precedes(_ left: ChargePlan.Place, _ right: ChargePlan.Place) -> Bool {
  (left.charge, left.part, left.user) < (right.charge, right.part, right.user)
}
