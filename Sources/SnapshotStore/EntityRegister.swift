import UsageModel

/// The ids of one kind (teams, features, …), each with the first day it was used.
struct EntityRegister {
  /// nil where no usage named it yet.
  private var firstDays: [String: CalendarDay?] = [:]

  mutating func add(_ id: String) {
    if firstDays[id] == nil { firstDays[id] = .some(nil) }
  }

  /// - Parameter day: Not before the day of an earlier call.
  mutating func add(_ id: String, usedOn day: CalendarDay) {
    if case .some(.some) = firstDays[id] { return }
    firstDays[id] = day
  }

  /// In the order of their first day, then by id, those never used last.
  var entities: [Entity] {
    let sorted = firstDays.sorted { left, right in
      switch (left.value, right.value) {
      case (let leftDay?, let rightDay?) where leftDay != rightDay: leftDay < rightDay
      case (.some, nil): true
      case (nil, .some): false
      default: left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
      }
    }
    return sorted.enumerated().map { place, entry in
      Entity(id: entry.key, firstDay: entry.value, colour: place % 4)
    }
  }
}

struct Entity {
  let id: String
  let firstDay: CalendarDay?
  /// Which of the four series colours is its own.
  let colour: Int
}
