/// The half-open window that every query has, between its two first statements.
extension Expression {
  func isInWindow() -> Expression {
    .all(isAtLeast(.variable(.windowStart)), isBelow(.variable(.windowEnd)))
  }

  /// An hour wider on both sides.
  func isAroundWindow() -> Expression {
    .all(
      isAtLeast(.binary(.variable(.windowStart), .minus, .duration(.hour))),
      isBelow(.binary(.variable(.windowEnd), .plus, .duration(.hour))))
  }

  /// The day that a moment falls on in a zone, as midnight in UTC.
  func localDay(in timeZone: String) -> Expression {
    .call(.startOfDay, .call(.localTime, self, .text(timeZone)))
  }
}
