extension LanguageNotation {
  static let english = LanguageNotation(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    weekdays: [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ],
    magnitudes: [
      Magnitude(size: 1_000, suffix: "k", word: nil),
      Magnitude(size: 1_000_000, suffix: "M", word: "million"),
      Magnitude(size: 1_000_000_000, suffix: "bn", word: "billion"),
      Magnitude(size: 1_000_000_000_000, suffix: "tn", word: "trillion"),
    ],
    words: ValueWords(
      noPrice: "no agreed price yet", notKnown: "not known", more: "more", less: "less",
      exactlyAsMuch: "exactly as much", under: "under"))

  static let americanEnglish = {
    var language = english
    language.magnitudes = zip(english.magnitudes, ["K", "M", "B", "T"]).map { magnitude, suffix in
      Magnitude(size: magnitude.size, suffix: suffix, word: magnitude.word)
    }
    return language
  }()
}

extension LocaleNotation {
  package static let britishEnglish = LocaleNotation(
    language: .english, numberSigns: .pointAndComma, moneySigns: .pointAndComma,
    currencyPlacement: .before, dateOrder: .dayMonthYear)

  static let americanEnglish = LocaleNotation(
    language: .americanEnglish, numberSigns: .pointAndComma, moneySigns: .pointAndComma,
    currencyPlacement: .before, dateOrder: .monthDayYear)
}

extension NumberSigns {
  fileprivate static let pointAndComma = NumberSigns(decimal: ".", group: ",")
}
