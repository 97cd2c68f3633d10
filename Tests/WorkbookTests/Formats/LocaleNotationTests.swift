import Testing
import UsageModel

@testable import Workbook

@Suite struct LocaleNotationTests {
  @Test func `the known locales stand in one order`() {
    #expect(
      LocaleNotation.names == [
        "en", "en-GB", "en-IE", "en-US", "de", "de-DE", "de-AT", "de-CH", "fr", "fr-FR", "fr-BE",
        "fr-CH",
      ])
  }

  @Test(arguments: [
    ("en", "en-GB"), ("en-IE", "en-GB"), ("de", "de-DE"), ("fr", "fr-FR"), ("fr-BE", "fr-FR"),
  ])
  func `some locales write alike`(name: String, other: String) throws {
    let locale = try #require(LocaleNotation.named(name))

    #expect(locale == LocaleNotation.named(other))
  }

  @Test(arguments: ["", "en-AU", "EN-GB", "de_DE", "it", "es"])
  func `no other name is a locale`(name: String) {
    #expect(LocaleNotation.named(name) == nil)
  }

  @Test func `without a locale values are written in British English`() {
    #expect(ValueFormatter(currency: "EUR").locale == LocaleNotation.named("en-GB"))
    #expect(
      ValueFormatter(currency: "EUR", minorUnits: 0).locale == LocaleNotation.named("en-GB"))
  }

  @Test(arguments: [
    ("en-GB", ".", ","), ("en-US", ".", ","), ("de", ",", "."), ("de-AT", ",", "\u{A0}"),
    ("de-CH", ".", "\u{2019}"), ("fr", ",", "\u{202F}"), ("fr-CH", ",", "\u{202F}"),
  ])
  func `a page can be told the signs of its numbers`(
    name: String, decimal: String, group: String
  ) throws {
    let locale = try #require(LocaleNotation.named(name))

    #expect(locale.decimalSign == decimal)
    #expect(locale.groupSign == group)
  }

  @Test(arguments: [
    (
      "en-GB",
      "January February March April May June July August September October November December",
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    ),
    (
      "de",
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."
    ),
    (
      "de-AT",
      "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
      "Jän. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez."
    ),
    (
      "fr",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
    ),
  ])
  func `a month has a long and a short name`(name: String, long: String, short: String) throws {
    let locale = try #require(LocaleNotation.named(name))
    let months = (1...12).map { CalendarMonth(year: 2026, month: $0) }

    #expect(months.map(locale.monthName).joined(separator: " ") == long)
    #expect(months.map(locale.shortMonthName).joined(separator: " ") == short)
  }
}
