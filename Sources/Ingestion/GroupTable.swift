/// Values by key, in the order the keys first came.
struct GroupTable<Key: Hashable, Value> {
  private(set) var keys: [Key] = []
  private(set) var values: [Value] = []
  private var positions: [Key: Int32] = [:]
  /// Records of one request follow each other, so the last key is often the next.
  private var last: Int?

  var count: Int { keys.count }

  /// Combines `value` with what the key has.
  /// - Returns: false where `combine` has no result; the table is then as it was.
  mutating func add(_ value: Value, to key: Key, combine: (Value, Value) -> Value?) -> Bool {
    if let last, keys[last] == key { return merge(value, at: last, combine) }
    if let position = positions[key].map(Int.init) {
      last = position
      return merge(value, at: position, combine)
    }
    positions[key] = Int32(keys.count)
    last = keys.count
    keys.append(key)
    values.append(value)
    return true
  }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    last = nil
  }

  private mutating func merge(
    _ value: Value, at position: Int, _ combine: (Value, Value) -> Value?
  ) -> Bool {
    guard let combined = combine(values[position], value) else { return false }
    values[position] = combined
    return true
  }
}
