import Foundation
import UsageModel

/// Reads the time of a `Date` or `Retry-After` header: `Tue, 24 Nov 2026 02:43:03 GMT` (RFC 9110).
func httpDate(_ text: String) -> Date? {
  let parts = text.split(separator: " ")
  guard parts.count == 6, parts[5] == "GMT", let dayOfMonth = Int(parts[1]),
    let month = monthNames.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
    let day = CalendarDay(year: year, month: month + 1, day: dayOfMonth)
  else { return nil }
  let clock = parts[4].split(separator: ":").compactMap { Int($0) }
  guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]),
    (0...60).contains(clock[2])
  else { return nil }
  let seconds = day.daysSince1970 * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  return Date(timeIntervalSince1970: TimeInterval(seconds))
}

private let monthNames = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
