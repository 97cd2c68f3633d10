import UsageModel

/// Asks for the windows of a plan, several at once, and hands each over as it arrives.
///
/// - Parameters:
///   - atOnce: How many windows are under way, and so how many are in memory.
///   - ask: Gets the answer for some days.
///   - store: Takes an answer. Where it returns false, and the window has several days, each of them
///     is asked for again by itself, so that a day that is refused holds up no other.
/// - Throws: What `ask` or `store` throws; windows that were stored before stay so.
package func askWindows(
  of plan: WindowPlan, atOnce: Int,
  ask: @escaping @Sendable (ClosedRange<CalendarDay>) async throws -> ServicePull.Window,
  store: (ServicePull.Window) throws -> Bool
) async throws {
  var plan = plan
  var single: [CalendarDay] = []
  try await withThrowingTaskGroup(of: ServicePull.Window.self) { group in
    var underWay = 0
    while true {
      while underWay < atOnce, let days = single.popLast().map({ $0...$0 }) ?? plan.next() {
        group.addTask { try await ask(days) }
        underWay += 1
      }
      guard let window = try await group.next() else { return }
      underWay -= 1
      plan.learn(rows: window.rows, of: window.days)
      if try !store(window), window.days.count > 1 { single += window.days.reversed() }
    }
  }
}
