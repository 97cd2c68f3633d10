import Foundation
import SeededCases
import Testing

@testable import WorkbookFolder

@Suite struct AccentContrastTests {
  /// The ratios that WCAG and its tools name for these colours.
  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48),
    ("#767676", "#ffffff", 4.54), ("#949494", "#ffffff", 3.03), ("#ff0000", "#ffffff", 4.0),
    ("#0000ff", "#ffffff", 8.59), ("#00ff00", "#ffffff", 1.37), ("#ffff00", "#ffffff", 1.07),
    ("#ffff00", "#0000ff", 8.0), ("#ff0000", "#000000", 5.25), ("#0a0a0a", "#000000", 1.06),
  ])
  func `contrast is that of WCAG`(one: String, other: String, ratio: Double) throws {
    let (one, other) = (try #require(AccentColour(one)), try #require(AccentColour(other)))

    #expect((one.contrast(to: other) * 100).rounded() / 100 == ratio)
    #expect(one.contrast(to: other) == other.contrast(to: one))
  }

  @Test func `contrast is that of the formula for any two colours`() {
    for seed in UInt64(1)...200 {
      var generator = SplitMix64(seed: seed)
      let (one, other) = (anyColour(&generator), anyColour(&generator))

      let difference = one.contrast(to: other) - contrast(one, other)

      #expect(abs(difference) < 1e-9, "seed \(seed): \(one.text) and \(other.text)")
    }
  }

  /// The papers of the theme on dark screens.
  private static let darkGrounds = ["#131716", "#1a201e"]

  @Test func `a dark accent is read on dark paper`() throws {
    let grounds = try Self.darkGrounds.map { try #require(AccentColour($0)) }
    for seed in UInt64(1)...200 {
      let accent = darkColour(seed)

      let light = accent.onDarkPaper

      for ground in grounds {
        #expect(contrast(light, ground) >= 4.5, "seed \(seed): \(accent.text) is \(light.text)")
      }
    }
  }

  @Test func `a dark accent keeps its hue and gets no more white than it needs`() throws {
    let ground = try #require(AccentColour(Self.darkGrounds[1]))
    for seed in UInt64(1)...200 {
      let accent = darkColour(seed)

      let light = accent.onDarkPaper

      let (before, after) = (parts(accent), parts(light))
      for (one, other) in [(0, 1), (1, 2), (0, 2)] where before[one] > before[other] {
        #expect(after[one] >= after[other], "seed \(seed): \(accent.text) is \(light.text)")
      }
      // One percent of white more than 4.5 needs is less than this.
      #expect(contrast(light, ground) < 4.8, "seed \(seed): \(accent.text) is \(light.text)")
    }
  }

  @Test(arguments: [
    ("#14503f", "#688f84"), ("#8b0000", "#be7070"), ("#000000", "#878787"),
    // Read there already.
    ("#93d0bb", "#93d0bb"),
  ])
  func `an accent on dark paper is lighter`(accent: String, onDark: String) throws {
    #expect(try #require(AccentColour(accent)).onDarkPaper.text == onDark)
  }
}

private func anyColour(_ generator: inout SplitMix64) -> AccentColour {
  AccentColour(
    red: UInt8(generator.number(0...255)), green: UInt8(generator.number(0...255)),
    blue: UInt8(generator.number(0...255)))
}

/// One that could be an accent.
private func darkColour(_ seed: UInt64) -> AccentColour {
  var generator = SplitMix64(seed: seed)
  while true {
    let colour = anyColour(&generator)
    if colour.isReadable(on: AccentColour.lightGrounds) { return colour }
  }
}

private func parts(_ colour: AccentColour) -> [Double] {
  [colour.red, colour.green, colour.blue].map { Double($0) }
}

/// WCAG 2.2, with the mathematics library.
private func contrast(_ one: AccentColour, _ other: AccentColour) -> Double {
  func luminance(_ colour: AccentColour) -> Double {
    let linear = parts(colour).map { part in
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
  let both = [luminance(one), luminance(other)].sorted()
  return (both[1] + 0.05) / (both[0] + 0.05)
}
