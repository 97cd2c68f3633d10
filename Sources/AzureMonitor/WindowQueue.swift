import Transport
import UsageModel

/// Asks for the windows of a plan, several at once, and hands each over as it arrives.
///
/// Days whose answer is wrong, or never whole, hold up no others: they are left, and told.
/// - Parameters:
///   - ask: Gets the answer for some days.
///   - store: Takes an answer. Where it returns false, and the window has several days, each of them
///     is asked for again by itself, so that a day that is refused holds up no other.
/// - Returns: The days that could not be had, each with its error.
/// - Throws: An error that no other days would escape, or what `store` throws; windows that were
///   stored before stay so.
package func askWindows(
  of plan: WindowPlan,
  ask: @escaping @Sendable (ClosedRange<CalendarDay>) async throws -> ServicePull.Answer,
  store: (ServicePull.Window) throws -> Bool
) async throws -> [FailedWindow] {
  var plan = plan
  var failed: [FailedWindow] = []
  var failuresInARow = 0
  try await withThrowingTaskGroup(of: AskedWindow.self) { group in
    var underWay = 0
    while true {
      while underWay < plan.windowsAtOnce, let days = plan.next() {
        group.addTask { await AskedWindow(days) { try await ask(days) } }
        underWay += 1
      }
      guard let asked = try await group.next() else { return }
      underWay -= 1
      let days = asked.days
      switch asked.result {
      case .success(.whole(let window)):
        failuresInARow = 0
        plan.learn(mostRowsADay: window.mostRowsADay)
        if try !store(window), days.count > 1 { plan.putBack(eachOf: days) }
      case .success(.tooMuch): plan.putBack(halvesOf: days)
      case .failure(let error) where isOfThese(error) && days.count > 1:
        plan.putBack(halvesOf: days)
      case .failure(let error):
        failuresInARow += 1
        // A service that is down is not asked for a whole year, day by day.
        guard isOfThese(error) || mayPass(error), failuresInARow < 3 else { throw error }
        failed.append(FailedWindow(days: days, error: error))
      }
    }
  }
  return failed.sorted { $0.days.lowerBound < $1.days.lowerBound }
}

/// Days whose answer could not be had.
package struct FailedWindow: Sendable {
  package let days: ClosedRange<CalendarDay>
  package let error: any Error

  package init(days: ClosedRange<CalendarDay>, error: any Error) {
    self.days = days
    self.error = error
  }
}

private struct AskedWindow: Sendable {
  let days: ClosedRange<CalendarDay>
  let result: Result<ServicePull.Answer, any Error>

  init(_ days: ClosedRange<CalendarDay>, _ ask: () async throws -> ServicePull.Answer) async {
    self.days = days
    do { result = .success(try await ask()) } catch { result = .failure(error) }
  }
}

/// Whether the trouble lies in the answer for these days.
private func isOfThese(_ error: any Error) -> Bool {
  switch error as? MonitorError {
  case .row, .neverWhole: true
  default: false
  }
}

/// Whether other days may well be answered.
private func mayPass(_ error: any Error) -> Bool {
  if let error = error as? TransportError { return error.isTransient }
  switch error as? MonitorError {
  case .failed(_, let status, _): return status >= 500
  case .throttled, .notAnAnswer: return true
  default: return false
  }
}
