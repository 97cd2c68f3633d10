import Testing

/// Laws 1, 2, 4 and 5 for a thousand companies.
@Suite struct LawsOfUsageTests {
  @Test func `nothing is lost`() {
    #expect(MadeCases.violations(of: nothingIsLost) == [])
  }

  @Test func `money is whole numbers`() {
    #expect(MadeCases.violations(of: moneyIsWholeNumbers) == [])
  }

  @Test func `missing is not zero`() {
    #expect(MadeCases.violations(of: missingIsNotZero) == [])
  }

  @Test func `subsets are not added twice`() {
    #expect(MadeCases.violations(of: subsetsAreNotAddedTwice) == [])
  }
}
