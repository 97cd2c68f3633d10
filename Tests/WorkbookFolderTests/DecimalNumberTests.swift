import Testing

/// Prices as people write them, through the whole file.
@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("2.50", "1M", 2_500_000_000),
    ("2.500000000000", "1M", 2_500_000_000),
    ("0.000001", "1M", 1000),
    ("007", "1M", 7_000_000_000),
    ("0.0025", "1K", 2_500_000_000),
    ("0.000000000001", "1", 1000),
    ("9000", "1", 9_000_000_000_000_000_000),
    ("0", "1", 0),
  ])
  func `a price is read exactly`(text: String, per: String, nanoPerMillion: Int64) throws {
    let rate = try read(["rates.csv": rateHeader + ",,,,,\(text),\(per),EUR,,,,,\n"]).book.rates[0]

    #expect(rate.price.nanoPerMillion == nanoPerMillion)
    #expect(rate.writtenPrice == text)
    #expect(rate.writtenPer == per)
  }

  @Test(arguments: [
    ".5", "5.", "1.2.3", "1e3", "+1", "0x1", "1 250", "1'250", "٣", "--1", "-", ".",
  ])
  func `nothing else is a number`(text: String) {
    #expect(
      mistakes(["rates.csv": rateHeader + "x,,,,,\(text),1M,EUR,,,,,\n"])?
        .hasPrefix("error: '\(text)' is not a decimal number\n") == true)
  }
}
