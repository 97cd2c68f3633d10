/// How complete the data of a day is, as the view `days` says it.
package enum DayStatus: String, CaseIterable, Hashable, Sendable {
  case received
  /// It may still change.
  case provisional
  /// A source lacks the day.
  case partial
  /// No source has the day.
  case missing
}

extension DayStatus {
  /// The status of several days taken together: what holds for any of them holds for all, and only
  /// days that are all missing are missing.
  init(combining statuses: some Collection<DayStatus>) {
    let distinct = Set(statuses)
    if distinct.isEmpty || distinct == [.missing] {
      self = .missing
    } else if distinct.contains(.missing) || distinct.contains(.partial) {
      self = .partial
    } else {
      self = distinct.contains(.provisional) ? .provisional : .received
    }
  }
}
