import GRDB
import UsageModel

/// What two sources with the same traffic metered on a day that both have.
struct AlternativeDay {
  let day: CalendarDay
  let traffic: String
  let counting: SourceDay
  let other: SourceDay

  /// Whether they differ by more than one in a hundred of what counts.
  var differs: Bool {
    let difference = Int128(other.tokens) - Int128(counting.tokens)
    return Int128(difference.magnitude) * 100 > Int128(counting.tokens)
  }

  /// - Parameter days: Of all sources, in order of days.
  static func all(in days: [SourceDay], _ calendar: DataCalendar) -> [AlternativeDay] {
    guard calendar.hasAlternatives else { return [] }
    var metered: [String: [CalendarDay: SourceDay]] = [:]
    for day in days { metered[day.source, default: [:]][day.day] = day }
    return calendar.days.flatMap { day in
      calendar.sources.compactMap { source -> AlternativeDay? in
        guard source.days.contains(day),
          let counting = calendar.countingSource(ofTraffic: source.traffic, on: day),
          counting.name != source.name
        else { return nil }
        func sourceDay(_ name: String) -> SourceDay {
          metered[name]?[day] ?? SourceDay(day: day, source: name, tokens: 0, requests: 0)
        }
        return AlternativeDay(
          day: day, traffic: source.traffic, counting: sourceDay(counting.name),
          other: sourceDay(source.name))
      }
    }
  }

  static func write(_ days: [AlternativeDay], to cache: Database) throws {
    let add = try RepeatedStatement(
      cache, "INSERT INTO stored_alternative VALUES (\(places(8)))")
    for day in days {
      try add.run([
        .text(day.day.description), .text(day.traffic), .text(day.counting.source),
        .integer(day.counting.tokens), .integer(day.counting.requests), .text(day.other.source),
        .integer(day.other.tokens), .integer(day.other.requests),
      ])
    }
  }
}
