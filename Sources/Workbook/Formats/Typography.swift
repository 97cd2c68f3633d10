/// The signs that keep a number together and say that it is negative.
enum Typography {
  static let noBreakSpace = "\u{A0}"
  static let minus = "\u{2212}"
}
