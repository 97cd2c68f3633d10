import Tables
import Testing

@testable import Workbook

@Suite struct CurrencyPlacementTests {
  @Test(arguments: [
    ("en-GB", ["€1,234.50", "CHF_1,234.50", "¥1,234", "BHD_1,234.500"]),
    ("en-US", ["€1,234.50", "CHF_1,234.50", "¥1,234", "BHD_1,234.500"]),
    ("de", ["1.234,50_€", "1.234,50_CHF", "1.234_¥", "1.234,500_BHD"]),
    ("de-AT", ["€_1.234,50", "CHF_1.234,50", "¥_1.234", "BHD_1.234,500"]),
    ("de-CH", ["€_1’234.50", "CHF_1’234.50", "¥_1’234", "BHD_1’234.500"]),
    ("fr", ["1^234,50_€", "1^234,50_CHF", "1^234_¥", "1^234,500_BHD"]),
    ("fr-CH", ["1^234.50_€", "1^234.50_CHF", "1^234_¥", "1^234.500_BHD"]),
  ])
  func `a currency stands where the locale puts it`(name: String, texts: [String]) throws {
    let locale = try #require(LocaleNotation.named(name))
    let written = try ["EUR", "CHF", "JPY", "BHD"].map { currency in
      visible(
        try ValueFormatter(currency: currency, locale: locale)
          .text(.integer(1_234_500_000_000), as: .money))
    }

    #expect(written == texts)
  }

  @Test(arguments: [
    ("en-GB", ["~*€1.50", "~*CHF_1.50", "+*€1.50", "+*CHF_1.50"]),
    ("de", ["~1,50_€", "~1,50_CHF", "+1,50_€", "+1,50_CHF"]),
    ("de-AT", ["~*€_1,50", "~*CHF_1,50", "+*€_1,50", "+*CHF_1,50"]),
    ("de-CH", ["€*~1.50", "CHF*~1.50", "€*+1.50", "CHF*+1.50"]),
    ("fr", ["~1,50_€", "~1,50_CHF", "+1,50_€", "+1,50_CHF"]),
  ])
  func `a line never ends between sign and symbol`(name: String, texts: [String]) throws {
    let locale = try #require(LocaleNotation.named(name))
    let written = try [Int64(-1_500_000_000), 1_500_000_000].flatMap { nano in
      try ["EUR", "CHF"].map { currency in
        visible(
          try ValueFormatter(currency: currency, locale: locale)
            .text(.integer(nano), as: .change))
      }
    }

    #expect(written == texts)
  }
}
