/// The one colour of a workbook's own, in sRGB.
package struct AccentColour: Hashable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// - Parameter text: `#14503F`.
  init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.hasPrefix("#"), digits.count == 6,
      digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let number = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
      blue: UInt8(truncatingIfNeeded: number))
  }

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#14503f`.
  package var text: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// 1 to 21: WCAG 2.2, contrast ratio.
  func contrast(to other: AccentColour) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// WCAG 2.2, relative luminance.
  private var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The same hue, mixed with as little white as text on dark paper needs.
  package var onDarkPaper: AccentColour {
    for percent in 0...100 {
      let mixed = lighter(by: percent)
      if mixed.isReadable(on: Self.darkGrounds) { return mixed }
    }
    return lighter(by: 100)
  }

  func isReadable(on grounds: [AccentColour]) -> Bool {
    // WCAG 2.2 AA, text of any size.
    grounds.allSatisfy { contrast(to: $0) >= 4.5 }
  }

  /// Paper and margin of the theme.
  static let lightGrounds = [
    AccentColour(red: 0xFF, green: 0xFF, blue: 0xFF),
    AccentColour(red: 0xF1, green: 0xF5, blue: 0xF0),
  ]
  private static let darkGrounds = [
    AccentColour(red: 0x13, green: 0x17, blue: 0x16),
    AccentColour(red: 0x1A, green: 0x20, blue: 0x1E),
  ]

  private func lighter(by percent: Int) -> AccentColour {
    func mixed(_ part: UInt8) -> UInt8 {
      UInt8(Int(part) + (255 - Int(part)) * percent / 100)
    }
    return AccentColour(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }
}

/// share to the power of 2.4, without the host's mathematics library: share² · ⁵√share².
private func power(_ share: Double) -> Double {
  let square = share * share
  var root = 1.0
  // Newton's method for the fifth root; 40 steps are far more than 0…1 needs.
  for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
  return square * root
}
