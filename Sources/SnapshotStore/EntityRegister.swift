import UsageModel

/// The ids of one kind (teams, features, …), each with the first day it was used.
struct EntityRegister {
  /// nil where no usage named it yet.
  private var firstDays: [String: CalendarDay?]

  /// - Parameter firstDays: Of those that usage named.
  init(_ firstDays: [String: CalendarDay]) {
    self.firstDays = firstDays.mapValues { $0 }
  }

  mutating func add(_ id: String) {
    if firstDays[id] == nil { firstDays[id] = .some(nil) }
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
