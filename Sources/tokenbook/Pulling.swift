import AzureMonitor
import AzureSignIn
import ContentHash
import Foundation
import KustoQuery
import SnapshotStore
import Transport
import UsageModel

/// Asks services for usage and stores it, one window of days at a time.
struct Pulling {
  let workbook: OpenWorkbook
  /// The local day on which the pull takes place.
  let today: CalendarDay
  /// What `--from` and `--to` ask for.
  let range: ClosedRange<CalendarDay>?
  let acceptsLess: Set<CalendarDay>

  init(
    workbook: OpenWorkbook, today: CalendarDay?, from: CalendarDay?, to: CalendarDay?,
    acceptsLess: Set<CalendarDay>
  ) throws(CommandError) {
    self.workbook = workbook
    let today = workbook.today(today)
    self.today = today
    self.acceptsLess = acceptsLess
    let yesterday = today.advanced(by: -1)
    if from != nil || to != nil {
      guard let from else { throw .fromMissing }
      let to = to ?? yesterday
      guard from <= to || from > yesterday else { throw .daysReversed(from: from, to: to) }
      guard max(from, to) <= yesterday else {
        throw .dayNotOver(day: max(from, to), last: yesterday)
      }
      if let outside = acceptsLess.filter({ !(from...to).contains($0) }).min() {
        throw .acceptedDayNotAsked(day: outside)
      }
      range = from...to
    } else {
      range = nil
    }
  }

  func queryText(of source: ServiceSource) -> String {
    let calendar = workbook.settings.calendar
    let days = range ?? today.advanced(by: -1)...today.advanced(by: -1)
    return "// \(source.name): \(days.lowerBound) to \(days.upperBound)\n"
      + usageQuery(of: source).text(
        from: calendar.start(of: days.lowerBound),
        to: calendar.start(of: days.upperBound.advanced(by: 1)))
  }

  /// Each source stands for itself: one that fails leaves the others.
  func run(_ sources: [ServiceSource]) async throws {
    try await PullServices.using(workbook.settings) { try await run(sources, $0) }
  }

  private func run(_ sources: [ServiceSource], _ services: PullServices) async throws {
    let snapshot = try SnapshotForWriting(workbook, today: today)
    var failures = SourceFailures(of: sources.count, console: workbook.console)
    for source in sources {
      do {
        if try await pull(source, services, into: snapshot.snapshot) { failures.needsPerson = true }
      } catch {
        failures.add(error)
      }
    }
    try snapshot.removeIfUnused()
    try failures.finish()
  }

  private func usageQuery(of source: ServiceSource) -> UsageQuery {
    UsageQuery(
      kind: source.kind, dimensions: source.dimensions, metrics: source.metrics,
      timeZone: workbook.settings.timeZone)
  }

  /// - Returns: Whether days were refused.
  private func pull(
    _ source: ServiceSource, _ services: PullServices, into snapshot: Snapshot
  ) async throws -> Bool {
    let console = workbook.console
    let query = usageQuery(of: source)
    let queryHash = sha256Hex(query.withoutWindow.utf8)
    let (days, backfill) = try days(of: source, queryHash: queryHash, in: snapshot)
    guard !days.days.isEmpty else {
      console.print("\(source.name): nothing to ask for")
      return false
    }
    let signIn = try services.signIn(for: source)
    console.step(
      "\(source.name): \(days.days.count) days, signing in with \(signIn.credentialName)")
    let pull = ServicePull(
      services.queryService(for: source, signIn: signIn), query: query,
      calendar: workbook.settings.calendar)
    var line = ProgressLine(console: console)
    defer { line.clear() }
    var report = PullReport()

    var failures: [FailedWindow] = []
    do {
      failures = try await askWindows(of: WindowPlan(days)) { asked in
        try await pull.window(asked)
      } store: { window in
        let stored = try store(
          window, of: source, queryHash, signIn.credentialName, snapshot, backfill: backfill)
        report.add(window, stored)
        line.show("\(source.name): \(report.daysAnswered) of \(days.days.count) days")
        if case .refused(let error) = stored {
          // Its days are asked for one by one.
          guard window.days.count == 1 else { return false }
          line.clear()
          console.error(errorMessage(for: error))
        }
        return true
      }
    } catch {
      // What was stored before stays, and is worth saying.
      guard report.hasStored else { throw error }
      failures = [FailedWindow(days: days.days[0]...days.days[0], error: error)]
    }
    line.clear()
    if let first = failures.first, !report.hasStored { throw first.error }
    for failure in failures { console.error(errorMessage(for: failure.error)) }
    report.print(of: source.name, on: console)
    return report.daysRefused > 0 || !failures.isEmpty
  }

  private func store(
    _ window: ServicePull.Window, of source: ServiceSource, _ queryHash: String,
    _ credential: String, _ snapshot: Snapshot, backfill: ClosedRange<CalendarDay>?
  ) throws -> StoredWindow {
    do {
      let outcome = try snapshot.storePull(
        PullWindow(
          source: source.name, days: window.days, askedOn: today,
          lookback: workbook.settings.lookback, acceptsLess: acceptsLess, backfill: backfill),
        facts: PullFacts(
          pulledAt: Date().ISO8601Format(), queryHash: queryHash, credential: credential,
          lastIngested: window.usage.lastIngested, requests: window.effort.requests,
          retries: window.effort.retries, bytes: window.effort.bytes,
          milliseconds: window.effort.milliseconds)
      ) { receive in
        try receive(window.usage.batch)
        return UsageReceipt(days: window.usage.days)
      }
      return .stored(outcome)
    } catch let error as SnapshotError {
      guard case .pullLosesData = error else { throw error }
      return .refused(error)
    }
  }
}
