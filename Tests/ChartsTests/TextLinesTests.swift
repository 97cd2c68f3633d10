import Testing

@testable import Charts

@Suite struct TextLinesTests {
  @Test(arguments: [
    ("Engineering", ["Engineering"]),
    ("Customer Service", ["Customer Service"]),
    ("Customer Service EMEA", ["Customer Service", "EMEA"]),
    ("Claude Sonnet 4.5", ["Claude Sonnet", "4.5"]),
    ("text-embedding-3-large", ["text-embedding-", "3-large"]),
    ("an_identifier_without_spaces", ["an_identifier_", "without_spaces"]),
    ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfschiff", "fahrtsgesellscha"]),
    ("one two three four five six seven eight nine", ["one two three", "four five six"]),
    ("two\nlines", ["two lines"]), ("  spaces  ", ["  spaces"]), ("", []), ("   ", []),
  ])
  func `names break at words, without an ellipsis`(name: String, lines: [String]) {
    #expect(textLines(name, width: 132, style: .name, maximumLines: 2) == lines)
  }

  @Test func `East Asian characters take a square each`() {
    #expect(
      textLines("顧客サービス部門のチーム", width: 132, style: .name, maximumLines: 2)
        == ["顧客サービス部門", "のチーム"])
  }
}
