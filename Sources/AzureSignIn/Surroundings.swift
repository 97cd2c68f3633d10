import Foundation

/// What signing in needs of the world, so that a test can stand in for all of it.
struct Surroundings: Sendable {
  let exchange: Exchange
  let now: @Sendable () -> Date
  var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  var newID: @Sendable () -> UUID = { UUID() }
  var run: @Sendable ([String]) async throws -> CommandOutcome = runCommand
}
