/// Maps numbers to pixels in proportion. `y(4.0)` is a pixel.
struct LinearScale: Hashable, Sendable {
  /// The numbers at the two ends of the range.
  let lowest: Double
  let highest: Double
  let startPixel: Double
  let endPixel: Double

  init(from lowest: Double, _ highest: Double, toPixels startPixel: Double, _ endPixel: Double) {
    self.lowest = lowest
    self.highest = highest
    self.startPixel = startPixel
    self.endPixel = endPixel
  }

  func callAsFunction(_ number: Double) -> Double {
    guard highest > lowest else { return startPixel }
    // Halved first: the difference of two finite numbers need not be finite.
    let share = (number / 2 - lowest / 2) / (highest / 2 - lowest / 2)
    return startPixel + share * (endPixel - startPixel)
  }
}
