/// Divides a width into equal slots with one column in the middle of each.
struct SlotScale: Hashable, Sendable {
  let startPixel: Double
  let slotWidth: Double
  let columnWidth: Double

  /// - Parameter columnShare: How much of its slot a column fills, at most 1. Slots under 3 px are
  ///   filled whole: gaps that thin would only flicker. A column is at most 56 px wide: a lone one
  ///   is a column, not a wall.
  init(slots: Int, fromPixel startPixel: Double, to endPixel: Double, columnShare: Double) {
    self.startPixel = startPixel
    slotWidth = (endPixel - startPixel) / Double(max(slots, 1))
    columnWidth = slotWidth < 3 ? slotWidth : min(slotWidth * columnShare, 56)
  }

  func slotStart(_ index: Int) -> Double {
    startPixel + Double(index) * slotWidth
  }

  func slotEnd(_ index: Int) -> Double {
    slotStart(index + 1)
  }

  func centre(_ index: Int) -> Double {
    slotStart(index) + slotWidth / 2
  }

  func columnStart(_ index: Int) -> Double {
    centre(index) - columnWidth / 2
  }

  func columnEnd(_ index: Int) -> Double {
    centre(index) + columnWidth / 2
  }
}
