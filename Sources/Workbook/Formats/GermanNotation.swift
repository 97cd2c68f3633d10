extension LanguageNotation {
  static let german = LanguageNotation(
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    shortMonths: [
      "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
      "Dez.",
    ],
    weekdays: [
      "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ],
    magnitudes: [
      Magnitude(size: 1_000, suffix: "\u{A0}Tsd.", word: nil),
      Magnitude(size: 1_000_000, suffix: "\u{A0}Mio.", word: "Millionen"),
      Magnitude(size: 1_000_000_000, suffix: "\u{A0}Mrd.", word: "Milliarden"),
      Magnitude(size: 1_000_000_000_000, suffix: "\u{A0}Bio.", word: "Billionen"),
    ],
    words: ValueWords(
      noPrice: "noch kein vereinbarter Preis", notKnown: "nicht bekannt", more: "mehr",
      less: "weniger", exactlyAsMuch: "genau gleich viel", under: "unter"))

  static let austrianGerman = {
    var language = german
    language.months[0] = "Jänner"
    language.shortMonths[0] = "Jän."
    language.shortMonths[8] = "Sep."
    return language
  }()
}

extension LocaleNotation {
  static let german = LocaleNotation(
    language: .german, numberSigns: .commaAndPoint, moneySigns: .commaAndPoint,
    currencyPlacement: .after, dateOrder: .ordinalDayMonthYear)

  /// Austria groups numbers with spaces and amounts with points.
  static let austrianGerman = LocaleNotation(
    language: .austrianGerman,
    numberSigns: NumberSigns(decimal: ",", group: Typography.noBreakSpace),
    moneySigns: .commaAndPoint, currencyPlacement: .spacedBefore, dateOrder: .ordinalDayMonthYear)

  static let swissGerman = LocaleNotation(
    language: .german, numberSigns: .pointAndApostrophe, moneySigns: .pointAndApostrophe,
    currencyPlacement: .beforeSign, dateOrder: .ordinalDayMonthYear)
}

extension NumberSigns {
  fileprivate static let commaAndPoint = NumberSigns(decimal: ",", group: ".")
  fileprivate static let pointAndApostrophe = NumberSigns(
    decimal: ".", group: Typography.apostrophe)
}
