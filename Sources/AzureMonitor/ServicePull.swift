import KustoQuery
import UsageModel

/// Asks a service for the usage of whole local days.
package struct ServicePull: Sendable {
  /// What one window brought.
  package struct Window: Sendable {
    package let days: ClosedRange<CalendarDay>
    package let usage: PulledUsage
    /// Of the day that has most.
    package let mostRowsADay: Int
    package let effort: PullEffort
  }

  package enum Answer: Sendable {
    case whole(Window)
    /// Several days are too much for one answer; fewer are to be asked for.
    case tooMuch
  }

  /// An answer of several days that has more rows is left: five of them are in memory at once.
  private static let mostRowsOfSeveralDays = 200_000

  /// Shorter times than this are not asked for, in ticks: a service that cannot answer for one minute
  /// has another trouble than too many rows.
  private static let shortestSpan = 60 * Timestamp.ticksPerSecond

  private let service: QueryService
  private let calendar: LocalCalendar
  private let query: UsageQuery

  package init(_ service: QueryService, query: UsageQuery, calendar: LocalCalendar) {
    self.service = service
    self.calendar = calendar
    self.query = query
  }

  /// - Throws: ``MonitorError``, or what the connection or the sign-in throw.
  package func window(_ days: ClosedRange<CalendarDay>) async throws -> Answer {
    var effort = PullEffort()
    var rows = 0
    let begun = ContinuousClock.now
    do {
      let usage = try await usage(
        from: calendar.start(of: days.lowerBound),
        to: calendar.start(of: days.upperBound.advanced(by: 1)), of: days, &effort, &rows)
      effort.milliseconds = Int((ContinuousClock.now - begun) / .milliseconds(1))
      return .whole(Window(days: days, usage: usage, mostRowsADay: rows, effort: effort))
    } catch is TooMuchAtOnce {
      return .tooMuch
    }
  }

  private func usage(
    from: Timestamp, to: Timestamp, of days: ClosedRange<CalendarDay>, _ effort: inout PullEffort,
    _ mostRowsADay: inout Int
  ) async throws -> PulledUsage {
    let isOneDay = days.count == 1
    let (rows, outcome) = try await service.ask(
      query.text(from: from, to: to), effort: &effort,
      begin: { (usage: PulledUsage(), reader: UsageRowReader(days: days)) },
      add: { rows, columns, row in
        try rows.reader.add(row, columns: columns, to: &rows.usage)
        if !isOneDay, rows.reader.rowCount > Self.mostRowsOfSeveralDays { throw TooMuchAtOnce() }
      })
    switch outcome {
    case .whole(let columns):
      if let columns { try check(columns) }
      mostRowsADay += rows.reader.mostRowsADay
      return rows.usage
    case .truncated where !isOneDay: throw TooMuchAtOnce()
    case .truncated(let message):
      guard let middle = middle(from, to) else {
        throw MonitorError.neverWhole(
          source: service.source.name, from: from, to: to, message: message)
      }
      var usage = try await usage(from: from, to: middle, of: days, &effort, &mostRowsADay)
      let rest = try await self.usage(from: middle, to: to, of: days, &effort, &mostRowsADay)
      guard usage.add(rest) else {
        throw MonitorError.row(
          source: service.source.name, .tooLarge(day: calendar.day(of: from)))
      }
      return usage
    }
  }

  /// An answer without rows must at least be one to this question.
  private func check(_ columns: [String]) throws {
    do { _ = try UsageColumns(columns) } catch {
      throw MonitorError.row(source: service.source.name, .missingColumn(error.name))
    }
  }

  /// Where a time is cut in two: at a whole minute.
  private func middle(_ from: Timestamp, _ to: Timestamp) -> Timestamp? {
    let half = Timestamp(ticks: from.ticks + (to.ticks - from.ticks) / 2)
    let minute = Timestamp(ticks: half.ticks - half.ticks % Self.shortestSpan)
    return from < minute ? minute : nil
  }
}

private struct TooMuchAtOnce: Error {}
