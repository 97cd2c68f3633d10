import Foundation

extension HTTPHead {
  /// How long the service asks to be left alone: seconds, or until a date.
  ///
  /// A date is measured from the answer's own `Date`, so that a wrong clock here changes nothing.
  /// Nil where it does not say, or not in a known form.
  func retryAfter(now: Date) -> Duration? {
    guard let text = header("Retry-After")?.trimmingCharacters(in: .whitespaces), !text.isEmpty
    else { return nil }
    if text.utf8.allSatisfy({ (48...57).contains($0) }) {
      // More digits than a number holds are longer than anybody waits.
      return .seconds(min(Int64(text) ?? .max, 1_000_000_000))
    }
    guard let end = httpDate(text, now: now) else { return nil }
    let start = header("Date").flatMap { httpDate($0, now: now) } ?? now
    return .seconds(max(0, Int64(end.timeIntervalSince(start).rounded(.up))))
  }
}
