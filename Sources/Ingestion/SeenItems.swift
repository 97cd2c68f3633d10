import Foundation
import UsageModel

/// The record ids of one import, so that a record exported twice counts once.
///
/// Copies of a record share its `TimeGenerated`, so ids are kept by UTC hour, and the same id in
/// another hour is another record. Exports come nearly in order of time: of the hours, the last
/// used are in memory and the others on disk.
struct SeenItems: ~Copyable {
  private struct Hour {
    let number: Int64
    var items: Set<UInt128>
    /// Whether the disk lacks some of `items`.
    var hasUnsaved: Bool
  }

  private let hoursInMemory: Int
  private let itemsInMemory: Int
  /// The last used at the end.
  private var hours: [Hour] = []
  private var itemCount = 0
  private var onDisk: SpilledHours

  /// - Parameters:
  ///   - hoursInMemory: Hours that stay in memory however many ids they have.
  ///   - itemsInMemory: Ids below which further hours stay too; a million is about 40 MB.
  ///   - folder: Where a temporary folder is made once memory does not suffice.
  init(
    hoursInMemory: Int = 4, itemsInMemory: Int = 1 << 20,
    temporaryFolder folder: String = FileManager.default.temporaryDirectory.path
  ) {
    self.hoursInMemory = hoursInMemory
    self.itemsInMemory = itemsInMemory
    onDisk = SpilledHours(below: folder)
  }

  /// - Returns: false where the id was there in the same hour already.
  mutating func insert(
    _ id: UnsafeRawBufferPointer, at moment: Timestamp
  ) throws(RecordProblem) -> Bool {
    let hour = moment.ticks / (3600 * Timestamp.ticksPerSecond)
    if hours.last?.number != hour { try turn(to: hour) }
    let last = hours.count - 1
    guard hours[last].items.insert(itemHash(id)).inserted else { return false }
    hours[last].hasUnsaved = true
    itemCount += 1
    return true
  }

  private mutating func turn(to number: Int64) throws(RecordProblem) {
    if let position = hours.firstIndex(where: { $0.number == number }) {
      hours.append(hours.remove(at: position))
      return
    }
    let items = try onDisk.items(ofHour: number)
    itemCount += items.count
    hours.append(Hour(number: number, items: items, hasUnsaved: false))
    while hours.count > hoursInMemory, itemCount > itemsInMemory {
      let oldest = hours.removeFirst()
      itemCount -= oldest.items.count
      if oldest.hasUnsaved { try onDisk.keep(oldest.items, ofHour: oldest.number) }
    }
  }
}
