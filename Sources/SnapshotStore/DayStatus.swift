/// How far a day can be trusted (contract.md 5), the first that fits.
enum DayStatus: String {
  /// No source has it.
  case missing
  /// A source that should have it lacks it.
  case partial
  /// All have it, and it may still change.
  case provisional
  case received
}
