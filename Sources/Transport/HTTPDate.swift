import Foundation

/// A moment as HTTP writes it, to the second.
///
/// Source: RFC 9110, 5.6.7, with the two older forms that readers have to accept.
package func httpDate(_ text: String, now: Date) -> Date? {
  let words = text.split { " ,-:".contains($0) }.map(String.init)
  guard let weekday = words.first, weekday.allSatisfy(\.isLetter) else { return nil }
  if words.count == 8, words[7] == "GMT", let year = Int(words[3]) {
    // `Sun, 06 Nov 1994 08:49:37 GMT` or `Sunday, 06-Nov-94 08:49:37 GMT`
    let fullYear = words[3].count == 2 ? century(ofYear: year, now: now) : year
    return date(fullYear, words[2], words[1], time: words[4...6], now)
  }
  if words.count == 7, let year = Int(words[6]) {
    // `Sun Nov  6 08:49:37 1994`
    return date(year, words[1], words[2], time: words[3...5], now)
  }
  return nil
}

/// Two digits mean the year of that ending that is at most 50 years ahead.
private func century(ofYear ending: Int, now: Date) -> Int {
  let thisYear = utc.component(.year, from: now)
  let year = thisYear - thisYear % 100 + ending
  return year > thisYear + 50 ? year - 100 : year
}

private func date(
  _ year: Int, _ month: String, _ day: String, time: ArraySlice<String>, _ now: Date
) -> Date? {
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  let numbers = time.compactMap { Int($0) }
  guard let month = months.firstIndex(of: month), let day = Int(day), numbers.count == 3 else {
    return nil
  }
  // A leap second counts as the second before it.
  let components = DateComponents(
    calendar: utc, timeZone: .gmt, year: year, month: month + 1, day: day,
    hour: numbers[0], minute: numbers[1], second: min(numbers[2], 59))
  guard numbers[2] <= 60, components.isValidDate else { return nil }
  return components.date
}

private let utc: Calendar = {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = .gmt
  return calendar
}()
