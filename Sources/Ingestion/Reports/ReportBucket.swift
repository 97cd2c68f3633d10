import CSimdjson
import UsageModel

/// The times of one bucket of a report.
struct ReportBucket {
  let time: RecordTime

  /// A bucket of a day is a UTC day as it stands; a shorter one counts for the day it begins in.
  /// - Parameter calendar: nil for a source whose days are cut in UTC.
  init(
    from start: Timestamp, to end: Timestamp, calendar: LocalCalendar?
  ) throws(RecordProblem) {
    let day = 86_400 * Timestamp.ticksPerSecond
    let length = end.ticks - start.ticks
    if length > day { throw .report(.bucketTooLong) }
    time =
      length == day
      ? RecordTime(
        wholeDay: start.utcDay,
        localTicks: Int64(start.utcDay.daysSince1970) * day, calendar: nil)
      : RecordTime(moment: start, calendar: calendar)
  }
}

/// How a report writes the ends of a bucket.
enum ReportClock {
  case unixSeconds
  case text

  func moment(
    _ element: JSONElement, named key: String, in document: borrowing JSONDocument
  ) throws(RecordProblem) -> Timestamp {
    switch self {
    case .unixSeconds:
      guard let seconds = try document.count(element, named: key) else {
        throw .report(.missing(key: key, object: "a bucket"))
      }
      guard seconds < 4_102_444_800 else { throw .report(.time(key: key, text: "\(seconds)")) }
      return Timestamp(ticks: seconds * Timestamp.ticksPerSecond)
    case .text:
      if element.kind == JSONAbsent { throw .report(.missing(key: key, object: "a bucket")) }
      let text = jsonString(element).bytes
      guard let written = try? WrittenTime(text), written.ticksOfDay != nil,
        let offset = written.offset
      else { throw .report(.time(key: key, text: excerpt(of: text, limit: 40))) }
      return written.moment(offset: offset)
    }
  }
}
