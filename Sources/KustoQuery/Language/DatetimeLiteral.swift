import UsageModel

/// A moment as KQL writes it: `datetime(2026-11-21T23:00:00.0000000Z)`.
struct DatetimeLiteral: Hashable, Sendable {
  let text: String

  init(_ moment: Timestamp) {
    let ticks = moment.ticks - Int64(moment.seconds) * Timestamp.ticksPerSecond
    let digits = String(ticks)
    let fraction = String(repeating: "0", count: 7 - digits.utf8.count) + digits
    text = "datetime(\(moment.description.dropLast()).\(fraction)Z)"
  }

  /// Stands where a moment would, in a text that is compared and never run.
  init(placeholder: StaticString) {
    text = "datetime(\(placeholder))"
  }
}
