extension LocaleNotation {
  /// `45 %`, below ten `8.1 %`, nothing at all `0 %`.
  /// - Parameter share: 1 is 100 %.
  func percentText(_ share: Double) -> String {
    sign(share < 0 && !isShownAsZero(share)) + percentMagnitude(share)
  }

  /// `+8.1 %`, `−3.0 %`, no change at all `0 %`.
  func deltaText(_ change: Double) -> String {
    if isShownAsZero(change) { return percentMagnitude(change) }
    return (change < 0 ? Typography.minus : "+") + percentMagnitude(change)
  }

  /// `8.1 % more`, `3.0 % less`, `exactly as much`.
  func moreText(_ change: Double) -> String {
    let words = language.words
    if change == 0 { return words.exactlyAsMuch }
    let direction = change < 0 ? words.less : words.more
    if isShownAsZero(change) {
      return words.under + " " + percent(numberSigns.text(1, decimals: 1)) + " " + direction
    }
    return percentMagnitude(change) + " " + direction
  }

  private func percentMagnitude(_ share: Double) -> String {
    let tenths = (share.magnitude * 1_000).rounded(.toNearestOrEven)
    return percent(
      share == 0 || tenths >= 100
        ? numberSigns.text(
          UInt128((share.magnitude * 100).rounded(.toNearestOrEven)), decimals: 0)
        : numberSigns.text(UInt128(tenths), decimals: 1))
  }
}

/// With the space that DIN 5008 and the SI brochure ask for, in every locale: a workbook has one
/// look.
func percent(_ digits: String) -> String { digits + Typography.noBreakSpace + "%" }

private func isShownAsZero(_ share: Double) -> Bool {
  (share.magnitude * 1_000).rounded(.toNearestOrEven) == 0
}
