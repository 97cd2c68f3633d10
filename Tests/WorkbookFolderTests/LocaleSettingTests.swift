import Testing
import WorkbookFolder

@Suite struct LocaleSettingTests {
  @Test func `every known locale is read as it is written`() throws {
    for name in localeNames {
      let settings = try read(["tokenbook.yml": sampleSettings + "locale: \(name)\n"]).settings

      #expect(settings.locale == name)
    }
  }

  @Test func `the known locales are those of the documentation`() {
    #expect(
      localeNames == [
        "en", "en-GB", "en-IE", "en-US", "de", "de-DE", "de-AT", "de-CH", "fr", "fr-FR", "fr-BE",
        "fr-CH",
      ])
  }

  private static let list =
    "locales: en, en-GB, en-IE, en-US, de, de-DE, de-AT, de-CH, fr, fr-FR, fr-BE, fr-CH"

  @Test(arguments: [
    ("de_DE", "did you mean 'de-DE'? \(list)"),
    ("de_DE.UTF-8", "did you mean 'de-DE'? \(list)"),
    ("EN-gb", "did you mean 'en-GB'? \(list)"),
    ("fr-CA", "did you mean 'fr'? \(list)"),
    ("dr-DE", "did you mean 'de-DE'? \(list)"),
    ("es", list),
    ("german", list),
  ])
  func `an unknown locale is an error with the nearest one and all of them`(
    name: String, remedy: String
  ) {
    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "locale: \(name)\n"]) == """
        error: unknown locale '\(name)'
            → tokenbook.yml:5:9
              locale: \(name)
                      ^
          fix: \(remedy)
        """)
  }
}
