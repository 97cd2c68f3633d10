/// How a locale writes numbers, money and dates, from tables of our own that follow CLDR: the same
/// on every host.
package struct LocaleNotation: Hashable, Sendable {
  let language: LanguageNotation
  let numberSigns: NumberSigns
  let moneySigns: NumberSigns
  let currencyPlacement: CurrencyPlacement
  let dateOrder: DateOrder

  /// - Parameter name: One of ``names``; BCP 47.
  /// - Returns: nil for any other name.
  package static func named(_ name: String) -> LocaleNotation? {
    locales.first { $0.name == name }?.notation
  }

  package static let names = locales.map(\.name)

  /// What stands between whole and fraction in numbers that are no money.
  package var decimalSign: String { numberSigns.decimal }
  /// What stands between thousands in numbers that are no money.
  package var groupSign: String { numberSigns.group }
}

private let locales: [(name: String, notation: LocaleNotation)] = [
  ("en", .britishEnglish), ("en-GB", .britishEnglish), ("en-IE", .britishEnglish),
  ("en-US", .americanEnglish),
  ("de", .german), ("de-DE", .german), ("de-AT", .austrianGerman), ("de-CH", .swissGerman),
  ("fr", .french), ("fr-FR", .french), ("fr-BE", .french), ("fr-CH", .swissFrench),
]
