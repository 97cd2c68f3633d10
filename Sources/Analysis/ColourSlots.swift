/// The number of series colours.
package let colourSlotCount = 4

/// Gives every entity of one chart a colour slot of its own.
///
/// The largest that wants a slot keeps it, because colour belongs to the entity; then each of the
/// rest takes the next free one, in order of size.
/// - Parameter wanted: Slots 0–3, largest entity first; nil wants none.
/// - Returns: One per entity; nil where all slots are taken.
package func colourSlots(wanted: [Int?]) -> [Int?] {
  var slots = wanted.map { _ in Int?.none }
  var taken: Set<Int> = []
  for (index, slot) in wanted.enumerated() {
    guard let slot, (0..<colourSlotCount).contains(slot), taken.insert(slot).inserted else {
      continue
    }
    slots[index] = slot
  }
  for index in wanted.indices where slots[index] == nil {
    let begin = wanted[index] ?? 0
    let next = (0..<colourSlotCount).map { (begin + $0) % colourSlotCount }
    slots[index] = next.first { taken.insert($0).inserted }
  }
  return slots
}
