/// The two kinds of text in a chart, with the room to reserve for them.
///
/// A static page cannot measure its reader's font. The widths are those of the widest font in the
/// theme's list, for text of ordinary letters.
enum TextStyle {
  /// 13 px, weight 600: names.
  case name
  /// 12 px, weight 400: amounts, axis labels, notes.
  case plain

  var pixels: Double {
    switch self {
    case .name: 13
    case .plain: 12
    }
  }

  private var ordinaryEm: Double {
    switch self {
    case .name: 0.62
    case .plain: 0.56
    }
  }

  /// The pixels to reserve for `text` on one line.
  func width(of text: String) -> Double {
    var em = 0.0
    var isAfterCapital = false
    // Capitals in a row no longer average out with narrow letters.
    func add(isCapital: Bool) {
      em += isCapital && isAfterCapital ? 0.78 : ordinaryEm
      isAfterCapital = isCapital
    }

    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { add(isCapital: asciiCapitals.contains(byte)) }
      return em * pixels
    }
    for character in text {
      if let ascii = character.asciiValue {
        add(isCapital: asciiCapitals.contains(ascii))
      } else if isFullWidth(character) {
        em += 1.2
        isAfterCapital = false
      } else {
        add(isCapital: character.isUppercase)
      }
    }
    return em * pixels
  }
}

private let asciiCapitals = UInt8(ascii: "A")...UInt8(ascii: "Z")

/// Whether a character fills a square: East Asian scripts and emoji.
private func isFullWidth(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  return switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFF:
    true
  default: false
  }
}
