import Testing
import UsageModel

@Suite struct GroupedDigitsTests {
  @Test(
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345"),
      (.min, "-9,223,372,036,854,775,808"),
    ] as [(Int64, String)])
  func `digits stand in groups of three`(number: Int64, text: String) {
    #expect(groupedDigits(number) == text)
  }
}
