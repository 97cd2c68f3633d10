import KustoQuery
import UsageModel

/// Asks a service for the usage of whole local days.
package struct ServicePull: Sendable {
  /// What one window brought.
  package struct Window: Sendable {
    package let days: ClosedRange<CalendarDay>
    package let usage: PulledUsage
    package let rows: Int
    package let effort: PullEffort
  }

  /// Shorter times than this are not asked for, in ticks: a service that cannot answer for one minute
  /// has another trouble than too many rows.
  private static let shortestSpan = 60 * Timestamp.ticksPerSecond

  private let service: QueryService
  private let calendar: LocalCalendar
  private let query: UsageQuery

  package init(_ service: QueryService, calendar: LocalCalendar) {
    self.service = service
    self.calendar = calendar
    query = UsageQuery(
      kind: service.source.kind, dimensions: service.source.dimensions,
      metrics: service.source.metrics, timeZone: calendar.identifier)
  }

  /// - Throws: ``MonitorError``, or what the connection or the sign-in throw.
  package func window(_ days: ClosedRange<CalendarDay>) async throws -> Window {
    var effort = PullEffort()
    var rows = 0
    let begun = ContinuousClock.now
    let end = calendar.start(of: days.upperBound.advanced(by: 1))
    let usage = try await usage(
      from: calendar.start(of: days.lowerBound), to: end, of: days, &effort, &rows)
    effort.milliseconds = Int((ContinuousClock.now - begun) / .milliseconds(1))
    return Window(days: days, usage: usage, rows: rows, effort: effort)
  }

  private func usage(
    from: Timestamp, to: Timestamp, of days: ClosedRange<CalendarDay>, _ effort: inout PullEffort,
    _ rowCount: inout Int
  ) async throws -> PulledUsage {
    let (rows, outcome) = try await service.ask(
      query.text(from: from, to: to), effort: &effort,
      begin: { (usage: PulledUsage(), reader: UsageRowReader(days: days)) },
      add: { rows, columns, row in try rows.reader.add(row, columns: columns, to: &rows.usage) })
    switch outcome {
    case .whole(let count):
      rowCount += count
      return rows.usage
    case .truncated(let message):
      guard let middle = middle(from, to) else {
        throw MonitorError.neverWhole(
          source: service.source.name, from: from, to: to, message: message)
      }
      var usage = try await usage(from: from, to: middle, of: days, &effort, &rowCount)
      let rest = try await self.usage(from: middle, to: to, of: days, &effort, &rowCount)
      guard usage.add(rest) else {
        throw MonitorError.row(
          source: service.source.name, .tooLarge(day: calendar.day(of: from)))
      }
      return usage
    }
  }

  /// Where a time is cut in two: at midnight where it has one, otherwise at a whole minute.
  private func middle(_ from: Timestamp, _ to: Timestamp) -> Timestamp? {
    let half = Timestamp(ticks: from.ticks + (to.ticks - from.ticks) / 2)
    let midnight = calendar.start(of: calendar.day(of: half))
    if from < midnight { return midnight }
    let nextMidnight = calendar.start(of: calendar.day(of: half).advanced(by: 1))
    if nextMidnight < to { return nextMidnight }
    let minute = Timestamp(ticks: half.ticks - half.ticks % Self.shortestSpan)
    return from < minute ? minute : nil
  }
}
