import UsageModel

/// The last values of cumulative sums, so that each point gives what was added since the one before
/// it.
struct CumulativeStreams {
  /// What was added, and since when.
  struct Step {
    let start: Timestamp
    let tokens: Int64
    let calls: Int64
    /// The sum began earlier than the files do: how much of it is new is not known, and none counts.
    var isWithoutStart = false
  }

  private struct Stream {
    let start: Timestamp?
    let time: Timestamp
    let tokens: Int64
    let calls: Int64
  }

  /// About 100 bytes each.
  private let most: Int
  private var streams: [UInt128: Stream] = [:]

  init(most: Int = 200_000) {
    self.most = most
  }

  /// - Parameter stream: Of the attributes of the resource and the point.
  mutating func step(
    of point: OTLPPoint, in stream: UInt128, calendar: LocalCalendar
  ) throws(RecordProblem) -> Step {
    let last = streams[stream]
    if last == nil, streams.count == most { throw .report(.tooManyStreams(most: most)) }
    if let last, last.start == point.start {
      if point.time <= last.time {
        // A repeated point, or one that came late: the later one holds it already.
        return Step(start: point.time, tokens: 0, calls: 0)
      }
      if point.tokens >= last.tokens, point.calls >= last.calls {
        remember(point, in: stream)
        return Step(
          start: last.time, tokens: point.tokens - last.tokens, calls: point.calls - last.calls)
      }
      guard point.start == nil else {
        throw .report(.falling(from: last.tokens, to: point.tokens))
      }
    }
    remember(point, in: stream)
    guard let start = point.start ?? last?.time else {
      return Step(start: point.time, tokens: 0, calls: 0, isWithoutStart: true)
    }
    let hour = 3600 * Timestamp.ticksPerSecond
    let isWhole =
      last != nil || calendar.day(of: start) == calendar.day(of: point.time)
      || point.time.ticks - start.ticks <= hour
    return isWhole
      ? Step(start: start, tokens: point.tokens, calls: point.calls)
      : Step(start: point.time, tokens: 0, calls: 0, isWithoutStart: true)
  }

  private mutating func remember(_ point: OTLPPoint, in stream: UInt128) {
    streams[stream] = Stream(
      start: point.start, time: point.time, tokens: point.tokens, calls: point.calls)
  }
}
