extension LocaleNotation {
  /// `1,204,000`, a fraction rounded away.
  func wholeText(_ number: FormattedNumber) -> String {
    sign(number.whole < 0) + numberSigns.text(UInt128(number.whole.magnitude), decimals: 0)
  }

  /// `1.2M`; below a thousand the number itself, a fraction to one decimal.
  func compactText(_ number: FormattedNumber) -> String {
    let magnitudes = language.magnitudes
    guard
      let short = ShortenedNumber(UInt128(number.whole.magnitude), magnitudes: magnitudes)
    else { return smallText(number) }
    return sign(number.isNegative) + numberSigns.text(short.units, decimals: short.decimals)
      + short.magnitude.suffix
  }

  /// `1.2 million`; below a million the number itself.
  func wordsText(_ number: FormattedNumber) -> String {
    let magnitudes = language.magnitudes.filter { $0.word != nil }
    guard
      let short = ShortenedNumber(UInt128(number.whole.magnitude), magnitudes: magnitudes),
      let word = short.word
    else { return number.whole.magnitude < 1_000 ? smallText(number) : wholeText(number) }
    return sign(number.isNegative) + numberSigns.text(short.units, decimals: short.decimals)
      + Typography.noBreakSpace + word
  }

  private func smallText(_ number: FormattedNumber) -> String {
    guard case .real(let real) = number, real.magnitude < 99.95, real != real.rounded() else {
      return wholeText(number)
    }
    let tenths = (real.magnitude * 10).rounded(.toNearestOrEven)
    return sign(real < 0 && tenths > 0) + numberSigns.text(UInt128(tenths), decimals: 1)
  }
}

func sign(_ isNegative: Bool) -> String { isNegative ? Typography.minus : "" }
