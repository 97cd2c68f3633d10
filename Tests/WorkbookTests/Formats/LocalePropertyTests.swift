import SeededCases
import Tables
import Testing
import UsageModel

@testable import Workbook

/// What holds for any value, in every locale.
@Suite struct LocalePropertyTests {
  private static let currencies = ["EUR", "CHF", "USD", "JPY", "BHD", "XYZ"]

  /// Numbers of every length, small and negative ones and the extremes among them.
  private func cell(_ random: inout SplitMix64, as format: ValueFormat) -> Cell {
    switch format {
    case .day, .date, .short, .month:
      return .text(CalendarDay(daysSince1970: random.number(0...40_000)).description)
    default:
      let length = UInt64(random.number(0...63))
      let number = random.one(of: [
        Int64(truncatingIfNeeded: random.next() >> length), .min, .max, 0,
      ])
      let signed = random.happens(50) ? number : 0 &- number
      guard !format.isMoney, random.happens(50) else { return .integer(signed) }
      return .real(Double(signed) / random.one(of: [10, 1e3, 1e6, 1e12, 1e18]))
    }
  }

  @Test(arguments: LocaleNotation.names)
  func `a number keeps its unit and has a true minus`(name: String) throws {
    let locale = try #require(LocaleNotation.named(name))
    let seed: UInt64 = 20_261_122
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let formatter = ValueFormatter(currency: random.one(of: Self.currencies), locale: locale)
      for format in ValueFormat.allCases where format != .text {
        let cell = cell(&random, as: format)
        let text = try formatter.text(cell, as: format)

        #expect(!text.contains("-"), "\(name) \(format) \(cell), seed \(seed)")
        #expect(!text.contains(/[0-9] | [%€$¥]/), "\(name) \(format) \(cell), seed \(seed)")
      }
    }
  }

  /// A locale changes what stands between the digits, and no digit.
  @Test(arguments: LocaleNotation.names)
  func `every locale shows the digits of British English`(name: String) throws {
    let locale = try #require(LocaleNotation.named(name))
    let seed: UInt64 = 41
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let currency = random.one(of: Self.currencies)
      for format in ValueFormat.allCases where !format.isDate && format != .text {
        let cell = cell(&random, as: format)
        let british = try ValueFormatter(currency: currency).text(cell, as: format)
        let text = try ValueFormatter(currency: currency, locale: locale).text(cell, as: format)

        #expect(
          text.filter(\.isNumber) == british.filter(\.isNumber),
          "\(name) \(format) \(cell), seed \(seed)")
        #expect(
          text.contains("\u{2212}") == british.contains("\u{2212}"),
          "\(name) \(format) \(cell), seed \(seed)")
      }
    }
  }

  /// Where numbers and money have the same signs, an amount is that of British English with others.
  @Test(arguments: [
    ("de", ",", "."), ("de-CH", ".", "\u{2019}"), ("fr", ",", "\u{202F}"),
  ])
  func `an amount differs in its signs alone`(name: String, decimal: String, group: String) throws {
    let locale = try #require(LocaleNotation.named(name))
    let seed: UInt64 = 8
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      for format in [ValueFormat.amount, .difference, .tokens, .percent] {
        let cell = cell(&random, as: format)
        let british = try ValueFormatter(currency: "EUR").text(cell, as: format)
        let expected = british.map { sign in
          switch sign {
          case ".": decimal
          case ",": group
          default: String(sign)
          }
        }

        #expect(
          try ValueFormatter(currency: "EUR", locale: locale).text(cell, as: format)
            == expected.joined(),
          "\(name) \(format) \(cell), seed \(seed)")
      }
    }
  }
}

extension ValueFormat {
  fileprivate var isDate: Bool {
    switch self {
    case .day, .date, .short, .month: true
    default: false
    }
  }
}
