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
  if change == 0 { return "exactly as much" }
  let direction = change < 0 ? "less" : "more"
  if isShownAsZero(change) { return "under 0.1\(Typography.noBreakSpace)% \(direction)" }
  return percentMagnitude(change) + " " + direction
}

private func percentMagnitude(_ share: Double) -> String {
  let tenths = (share.magnitude * 1_000).rounded(.toNearestOrEven)
  let digits =
    share == 0 || tenths >= 100
    ? decimalText(UInt128((share.magnitude * 100).rounded(.toNearestOrEven)), decimals: 0)
    : decimalText(UInt128(tenths), decimals: 1)
  return digits + Typography.noBreakSpace + "%"
}

private func isShownAsZero(_ share: Double) -> Bool {
  (share.magnitude * 1_000).rounded(.toNearestOrEven) == 0
}
