extension LanguageNotation {
  static let french = LanguageNotation(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    shortMonths: [
      "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc.",
    ],
    weekdays: [
      "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    magnitudes: [
      Magnitude(size: 1_000, suffix: "\u{A0}k", word: nil),
      Magnitude(
        size: 1_000_000, suffix: "\u{A0}M", word: "millions", wordBelowTwo: "million"),
      Magnitude(
        size: 1_000_000_000, suffix: "\u{A0}Md", word: "milliards", wordBelowTwo: "milliard"),
      Magnitude(
        size: 1_000_000_000_000, suffix: "\u{A0}Bn", word: "billions", wordBelowTwo: "billion"),
    ],
    words: ValueWords(
      noPrice: "pas encore de prix convenu", notKnown: "non connu", more: "de plus",
      less: "de moins", exactlyAsMuch: "exactement autant", under: "moins de"))
}

extension LocaleNotation {
  static let french = LocaleNotation(
    language: .french, numberSigns: .commaAndSpace, moneySigns: .commaAndSpace,
    currencyPlacement: .after, dateOrder: .firstDayMonthYear)

  /// French-speaking Switzerland writes numbers with a comma and amounts with a point.
  static let swissFrench = LocaleNotation(
    language: .french, numberSigns: .commaAndSpace,
    moneySigns: NumberSigns(decimal: ".", group: Typography.narrowNoBreakSpace),
    currencyPlacement: .after, dateOrder: .firstDayMonthYear)
}

extension NumberSigns {
  fileprivate static let commaAndSpace = NumberSigns(
    decimal: ",", group: Typography.narrowNoBreakSpace)
}
