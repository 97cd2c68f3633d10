import Testing
import Workbook
import WorkbookFolder

/// The settings and the formats keep a list each, because neither may import the other.
@Suite struct LocaleAgreementTests {
  @Test func `every locale of the settings has formats`() {
    #expect(localeNames == LocaleNotation.names)
  }
}
