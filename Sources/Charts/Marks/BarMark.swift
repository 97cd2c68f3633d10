/// The scale of horizontal bars, which always holds zero.
func barScale(from lowest: Double, to highest: Double, startPixel: Double, endPixel: Double)
  -> LinearScale
{
  let low = lowest.isFinite ? min(lowest, 0) : 0
  let high = highest.isFinite ? max(highest, 0) : 0
  return LinearScale(
    from: low, high > low ? high : low + 1, toPixels: startPixel, endPixel)
}

/// The pixels a bar covers from zero: never outside `bounds`, never too thin to be seen.
func barExtent(_ value: Double, x: LinearScale, within bounds: ClosedRange<Double>)
  -> ClosedRange<Double>
{
  let zero = x(0)
  let end = max(min(x(value), bounds.upperBound), bounds.lowerBound)
  // Where the scale ends at zero there is room on one side only.
  let growsLeft = value < 0 || zero + smallestMark > bounds.upperBound
  guard abs(end - zero) < smallestMark else { return min(zero, end)...max(zero, end) }
  return growsLeft ? zero - smallestMark...zero : zero...zero + smallestMark
}
