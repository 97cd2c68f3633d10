import UsageModel

/// The ids of one kind (teams, features, …), each with a number and the first day it was used.
struct EntityRegister {
  private var keys: [String: Int64] = [:]
  private var firstDays: [String: CalendarDay] = [:]

  /// Makes an id known that no usage named yet.
  @discardableResult
  mutating func key(of id: String) -> Int64 {
    if let key = keys[id] { return key }
    let key = Int64(keys.count + 1)
    keys[id] = key
    return key
  }

  /// - Parameter day: Not before the day of an earlier call.
  mutating func key(of id: String, usedOn day: CalendarDay) -> Int64 {
    if firstDays[id] == nil { firstDays[id] = day }
    return key(of: id)
  }

  func knownKey(of id: String) -> Int64? { keys[id] }

  /// In the order of their first day, then by id, those never used last.
  var entities: [Entity] {
    let sorted = keys.sorted { left, right in
      switch (firstDays[left.key], firstDays[right.key]) {
      case (let leftDay?, let rightDay?) where leftDay != rightDay: leftDay < rightDay
      case (.some, nil): true
      case (nil, .some): false
      default: left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
      }
    }
    return sorted.enumerated().map { place, entry in
      Entity(key: entry.value, id: entry.key, firstDay: firstDays[entry.key], colour: place % 4)
    }
  }
}

struct Entity {
  let key: Int64
  let id: String
  let firstDay: CalendarDay?
  /// Which of the four series colours is its own.
  let colour: Int
}
