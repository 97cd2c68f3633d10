/// The names and words of a language that stand beside digits.
struct LanguageNotation: Hashable, Sendable {
  /// January first, as they are written in a date.
  var months: [String]
  /// January first, with their points.
  var shortMonths: [String]
  /// Monday first.
  let weekdays: [String]
  /// From the smallest to the largest.
  var magnitudes: [Magnitude]
  let words: ValueWords
}

/// What a format says where digits would say less.
struct ValueWords: Hashable, Sendable {
  /// NULL as money.
  let noPrice: String
  /// NULL as anything else.
  let notKnown: String
  /// After a percentage.
  let more: String
  /// After a percentage.
  let less: String
  let exactlyAsMuch: String
  /// Before a percentage.
  let under: String
}
