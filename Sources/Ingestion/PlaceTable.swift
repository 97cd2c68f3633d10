/// Finds places in an array by the hash of what stands there: open addressing, and no copy of it.
struct PlaceTable {
  /// Half a hash above the place. A power of two of them, at most three quarters used.
  private var slots = [UInt64](repeating: empty, count: 1024)
  private var count = 0

  private static let empty = UInt64.max

  /// The first place entered for `hash` that is the wanted one.
  @inline(__always)
  func first(_ hash: UInt64, where isWanted: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let entry = slots[slot]
      if entry == Self.empty { return nil }
      let place = Int(entry & 0xFFFF_FFFF)
      if entry >> 32 == hash >> 32, isWanted(place) { return place }
      slot = (slot + 1) & mask
    }
  }

  mutating func insert(_ hash: UInt64, place: Int32) {
    if (count + 1) * 4 > slots.count * 3 {
      let entries = slots
      slots = Array(repeating: Self.empty, count: entries.count * 2)
      for entry in entries where entry != Self.empty { enter(entry) }
    }
    enter(hash & 0xFFFF_FFFF_0000_0000 | UInt64(place))
    count += 1
  }

  private mutating func enter(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Int(entry >> 32) & mask
    while slots[slot] != Self.empty { slot = (slot + 1) & mask }
    slots[slot] = entry
  }
}

/// Multiplies by a large odd number and folds the high half onto the low one.
func mixed(_ word: UInt64) -> UInt64 {
  let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
