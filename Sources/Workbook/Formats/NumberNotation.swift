/// `1,204,000`, a fraction rounded away.
func wholeText(_ number: FormattedNumber) -> String {
  sign(number.whole < 0) + decimalText(UInt128(number.whole.magnitude), decimals: 0)
}

/// `1.2M`; below a thousand the number itself, a fraction to one decimal.
func compactText(_ number: FormattedNumber) -> String {
  guard
    let short = shortened(UInt128(number.whole.magnitude), magnitudes: Magnitude.all)
  else { return smallText(number) }
  return sign(number.isNegative) + short.digits + short.magnitude.suffix
}

/// `1.2 million`; below a million the number itself.
func wordsText(_ number: FormattedNumber) -> String {
  let magnitudes = Magnitude.all.filter { $0.size >= 1_000_000 }
  guard let short = shortened(UInt128(number.whole.magnitude), magnitudes: magnitudes) else {
    return number.whole.magnitude < 1_000 ? smallText(number) : wholeText(number)
  }
  return sign(number.isNegative) + short.digits + Typography.noBreakSpace + short.magnitude.word
}

private func smallText(_ number: FormattedNumber) -> String {
  guard case .real(let real) = number, real.magnitude < 99.95, real != real.rounded() else {
    return wholeText(number)
  }
  let tenths = (real.magnitude * 10).rounded(.toNearestOrEven)
  return sign(real < 0 && tenths > 0) + decimalText(UInt128(tenths), decimals: 1)
}

func sign(_ isNegative: Bool) -> String { isNegative ? Typography.minus : "" }
