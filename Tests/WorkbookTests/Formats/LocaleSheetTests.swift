import Testing

@testable import Workbook

/// Every format in every locale. Signs are made visible: `_` no-break space, `^` narrow no-break
/// space, `~` minus, `*` word joiner.
@Suite struct LocaleSheetTests {
  @Test func `the formats of British English`() throws {
    let locale = try #require(LocaleNotation.named("en-GB"))

    #expect(
      try sheet(locale, currency: "EUR") == """
        money: €1,234,567.89 | ~*€1,234.56 | €0.00 | ~*€9,223,372,036.85
        amount: 1,234,567.89 | ~1,234.56 | no agreed price yet
        price: €0.0375 | €2.50 | ~*€0.0375
        average: €0.00432 | €12,345.68 | €0.00
        change: +*€1,234.56 | ~*€1,234.56 | €0.00 | €0.00
        difference: +1,234.56 | ~1,234.56 | 0.00
        compact: 950 | 12.3 | 1.2k | 1.2M | ~35.5bn | 2.0tn | ~9,223,372tn
        words: 840,123 | 1.0_million | 1.9_million | 2.0_million | 1.5_billion | 35.5_billion | \
        ~1.0_trillion | 250_trillion
        tokens: 0 | 999 | ~1,000 | 1,204,000 | not known
        percent: 45_% | 8.1_% | 0_% | ~8.1_% | 1,250_%
        delta: +8.1_% | ~3.0_% | 0_%
        more: 8.1_% more | 45_% less | exactly as much | under 0.1_% more | under 0.1_% less
        day: 22_November | 1_November
        date: 22_November_2026 | 1_January_2026
        short: 22_Nov_2026 | 1_Jan_2026 | 30_Sep_2026
        month: January_2026 | November_2026
        text: a-b c | ~1204000 | 0.5
        """)
  }

  @Test func `the formats of American English`() throws {
    let locale = try #require(LocaleNotation.named("en-US"))

    #expect(
      try sheet(locale, currency: "USD") == """
        money: $1,234,567.89 | ~*$1,234.56 | $0.00 | ~*$9,223,372,036.85
        amount: 1,234,567.89 | ~1,234.56 | no agreed price yet
        price: $0.0375 | $2.50 | ~*$0.0375
        average: $0.00432 | $12,345.68 | $0.00
        change: +*$1,234.56 | ~*$1,234.56 | $0.00 | $0.00
        difference: +1,234.56 | ~1,234.56 | 0.00
        compact: 950 | 12.3 | 1.2K | 1.2M | ~35.5B | 2.0T | ~9,223,372T
        words: 840,123 | 1.0_million | 1.9_million | 2.0_million | 1.5_billion | 35.5_billion | \
        ~1.0_trillion | 250_trillion
        tokens: 0 | 999 | ~1,000 | 1,204,000 | not known
        percent: 45_% | 8.1_% | 0_% | ~8.1_% | 1,250_%
        delta: +8.1_% | ~3.0_% | 0_%
        more: 8.1_% more | 45_% less | exactly as much | under 0.1_% more | under 0.1_% less
        day: November_22 | November_1
        date: November_22,_2026 | January_1,_2026
        short: Nov_22,_2026 | Jan_1,_2026 | Sep_30,_2026
        month: January_2026 | November_2026
        text: a-b c | ~1204000 | 0.5
        """)
  }

  @Test func `the formats of German`() throws {
    let locale = try #require(LocaleNotation.named("de-DE"))

    #expect(
      try sheet(locale, currency: "EUR") == """
        money: 1.234.567,89_€ | ~1.234,56_€ | 0,00_€ | ~9.223.372.036,85_€
        amount: 1.234.567,89 | ~1.234,56 | noch kein vereinbarter Preis
        price: 0,0375_€ | 2,50_€ | ~0,0375_€
        average: 0,00432_€ | 12.345,68_€ | 0,00_€
        change: +1.234,56_€ | ~1.234,56_€ | 0,00_€ | 0,00_€
        difference: +1.234,56 | ~1.234,56 | 0,00
        compact: 950 | 12,3 | 1,2_Tsd. | 1,2_Mio. | ~35,5_Mrd. | 2,0_Bio. | ~9.223.372_Bio.
        words: 840.123 | 1,0_Millionen | 1,9_Millionen | 2,0_Millionen | 1,5_Milliarden | \
        35,5_Milliarden | ~1,0_Billionen | 250_Billionen
        tokens: 0 | 999 | ~1.000 | 1.204.000 | nicht bekannt
        percent: 45_% | 8,1_% | 0_% | ~8,1_% | 1.250_%
        delta: +8,1_% | ~3,0_% | 0_%
        more: 8,1_% mehr | 45_% weniger | genau gleich viel | unter 0,1_% mehr | \
        unter 0,1_% weniger
        day: 22._November | 1._November
        date: 22._November_2026 | 1._Januar_2026
        short: 22.11.2026 | 01.01.2026 | 30.09.2026
        month: Januar_2026 | November_2026
        text: a-b c | ~1204000 | 0.5
        """)
  }

  @Test func `the formats of Austrian German`() throws {
    let locale = try #require(LocaleNotation.named("de-AT"))

    #expect(
      try sheet(locale, currency: "EUR") == """
        money: €_1.234.567,89 | ~*€_1.234,56 | €_0,00 | ~*€_9.223.372.036,85
        amount: 1.234.567,89 | ~1.234,56 | noch kein vereinbarter Preis
        price: €_0,0375 | €_2,50 | ~*€_0,0375
        average: €_0,00432 | €_12.345,68 | €_0,00
        change: +*€_1.234,56 | ~*€_1.234,56 | €_0,00 | €_0,00
        difference: +1.234,56 | ~1.234,56 | 0,00
        compact: 950 | 12,3 | 1,2_Tsd. | 1,2_Mio. | ~35,5_Mrd. | 2,0_Bio. | ~9_223_372_Bio.
        words: 840_123 | 1,0_Millionen | 1,9_Millionen | 2,0_Millionen | 1,5_Milliarden | \
        35,5_Milliarden | ~1,0_Billionen | 250_Billionen
        tokens: 0 | 999 | ~1_000 | 1_204_000 | nicht bekannt
        percent: 45_% | 8,1_% | 0_% | ~8,1_% | 1_250_%
        delta: +8,1_% | ~3,0_% | 0_%
        more: 8,1_% mehr | 45_% weniger | genau gleich viel | unter 0,1_% mehr | \
        unter 0,1_% weniger
        day: 22._November | 1._November
        date: 22._November_2026 | 1._Jänner_2026
        short: 22.11.2026 | 01.01.2026 | 30.09.2026
        month: Jänner_2026 | November_2026
        text: a-b c | ~1204000 | 0.5
        """)
  }

  @Test func `the formats of Swiss German`() throws {
    let locale = try #require(LocaleNotation.named("de-CH"))

    #expect(
      try sheet(locale, currency: "CHF") == """
        money: CHF_1’234’567.89 | CHF*~1’234.56 | CHF_0.00 | CHF*~9’223’372’036.85
        amount: 1’234’567.89 | ~1’234.56 | noch kein vereinbarter Preis
        price: CHF_0.0375 | CHF_2.50 | CHF*~0.0375
        average: CHF_0.00432 | CHF_12’345.68 | CHF_0.00
        change: CHF*+1’234.56 | CHF*~1’234.56 | CHF_0.00 | CHF_0.00
        difference: +1’234.56 | ~1’234.56 | 0.00
        compact: 950 | 12.3 | 1.2_Tsd. | 1.2_Mio. | ~35.5_Mrd. | 2.0_Bio. | ~9’223’372_Bio.
        words: 840’123 | 1.0_Millionen | 1.9_Millionen | 2.0_Millionen | 1.5_Milliarden | \
        35.5_Milliarden | ~1.0_Billionen | 250_Billionen
        tokens: 0 | 999 | ~1’000 | 1’204’000 | nicht bekannt
        percent: 45_% | 8.1_% | 0_% | ~8.1_% | 1’250_%
        delta: +8.1_% | ~3.0_% | 0_%
        more: 8.1_% mehr | 45_% weniger | genau gleich viel | unter 0.1_% mehr | \
        unter 0.1_% weniger
        day: 22._November | 1._November
        date: 22._November_2026 | 1._Januar_2026
        short: 22.11.2026 | 01.01.2026 | 30.09.2026
        month: Januar_2026 | November_2026
        text: a-b c | ~1204000 | 0.5
        """)
  }

  @Test func `the formats of French`() throws {
    let locale = try #require(LocaleNotation.named("fr-FR"))

    #expect(
      try sheet(locale, currency: "EUR") == """
        money: 1^234^567,89_€ | ~1^234,56_€ | 0,00_€ | ~9^223^372^036,85_€
        amount: 1^234^567,89 | ~1^234,56 | pas encore de prix convenu
        price: 0,0375_€ | 2,50_€ | ~0,0375_€
        average: 0,00432_€ | 12^345,68_€ | 0,00_€
        change: +1^234,56_€ | ~1^234,56_€ | 0,00_€ | 0,00_€
        difference: +1^234,56 | ~1^234,56 | 0,00
        compact: 950 | 12,3 | 1,2_k | 1,2_M | ~35,5_Md | 2,0_Bn | ~9^223^372_Bn
        words: 840^123 | 1,0_million | 1,9_million | 2,0_millions | 1,5_milliard | \
        35,5_milliards | ~1,0_billion | 250_billions
        tokens: 0 | 999 | ~1^000 | 1^204^000 | non connu
        percent: 45_% | 8,1_% | 0_% | ~8,1_% | 1^250_%
        delta: +8,1_% | ~3,0_% | 0_%
        more: 8,1_% de plus | 45_% de moins | exactement autant | moins de 0,1_% de plus | \
        moins de 0,1_% de moins
        day: 22_novembre | 1er_novembre
        date: 22_novembre_2026 | 1er_janvier_2026
        short: 22_nov._2026 | 1er_janv._2026 | 30_sept._2026
        month: janvier_2026 | novembre_2026
        text: a-b c | ~1204000 | 0.5
        """)
  }

  @Test func `the formats of Swiss French`() throws {
    let locale = try #require(LocaleNotation.named("fr-CH"))

    #expect(
      try sheet(locale, currency: "CHF") == """
        money: 1^234^567.89_CHF | ~1^234.56_CHF | 0.00_CHF | ~9^223^372^036.85_CHF
        amount: 1^234^567.89 | ~1^234.56 | pas encore de prix convenu
        price: 0.0375_CHF | 2.50_CHF | ~0.0375_CHF
        average: 0.00432_CHF | 12^345.68_CHF | 0.00_CHF
        change: +1^234.56_CHF | ~1^234.56_CHF | 0.00_CHF | 0.00_CHF
        difference: +1^234.56 | ~1^234.56 | 0.00
        compact: 950 | 12,3 | 1,2_k | 1,2_M | ~35,5_Md | 2,0_Bn | ~9^223^372_Bn
        words: 840^123 | 1,0_million | 1,9_million | 2,0_millions | 1,5_milliard | \
        35,5_milliards | ~1,0_billion | 250_billions
        tokens: 0 | 999 | ~1^000 | 1^204^000 | non connu
        percent: 45_% | 8,1_% | 0_% | ~8,1_% | 1^250_%
        delta: +8,1_% | ~3,0_% | 0_%
        more: 8,1_% de plus | 45_% de moins | exactement autant | moins de 0,1_% de plus | \
        moins de 0,1_% de moins
        day: 22_novembre | 1er_novembre
        date: 22_novembre_2026 | 1er_janvier_2026
        short: 22_nov._2026 | 1er_janv._2026 | 30_sept._2026
        month: janvier_2026 | novembre_2026
        text: a-b c | ~1204000 | 0.5
        """)
  }
}
