/// The signs that keep a number together and say that it is negative.
enum Typography {
  static let noBreakSpace = "\u{A0}"
  static let narrowNoBreakSpace = "\u{202F}"
  static let apostrophe = "\u{2019}"
  static let minus = "\u{2212}"
  /// Keeps what stands on its two sides on one line.
  static let wordJoiner = "\u{2060}"
}
