import SeededCases
import Foundation
import Testing

/// Runs `tokenbook` and ends it by SIGKILL, unless it has ended by itself before.
func runKilled(_ arguments: [String], in folder: TemporaryFolder, after seconds: Double) throws {
  // `timeout` is the run's parent: it cannot kill another process that was given the same number.
  let outcome = try Executable.run(
    program: "/usr/bin/timeout",
    ["--foreground", "-s", "KILL", String(format: "%.4f", seconds), Executable.path] + arguments,
    in: folder.url)
  // 137 is killed, 124 that the run ended while it was being killed.
  try #require([137, 124, 0].contains(outcome.status), "\(outcome)")
}

/// When to kill: at moments that a seed scatters, in turn over the whole run and around the moment
/// where the new state takes over.
///
/// That moment is found on the way, because it depends on the machine and what else it does.
struct KillMoments: CustomStringConvertible {
  private let whole: Double
  private var takeover: Double
  private var isNear = false
  /// The old state stood afterwards.
  private(set) var before = 0
  /// The new state stood already.
  private(set) var after = 0
  /// Of those before: files of the unfinished work were there, to be swept by the next run.
  private(set) var inTheMiddle = 0

  /// - Parameter whole: What a run takes that nobody kills.
  init(whole: Duration) {
    self.whole = whole / .seconds(1)
    takeover = self.whole * 0.7
  }

  /// Seconds after the start.
  mutating func next(_ generator: inout SplitMix64) -> Double {
    isNear.toggle()
    return isNear
      ? takeover * .random(in: 0.6...1.1, using: &generator)
      : whole * .random(in: 0.02...1.05, using: &generator)
  }

  mutating func landed(before isBefore: Bool, leavingWork: Bool) {
    if isNear { takeover *= isBefore ? 1.1 : 0.9 }
    if isBefore { before += 1 } else { after += 1 }
    if isBefore && leavingWork { inTheMiddle += 1 }
  }

  /// Whether the kills fell where something could have broken.
  var areTelling: Bool { inTheMiddle >= 3 && after >= 1 }

  /// The seeds to kill with: as many as TOKENBOOK_KILLS says, and on while the kills tell nothing.
  static let seeds: ClosedRange<UInt64> = {
    let wanted = ProcessInfo.processInfo.environment["TOKENBOOK_KILLS"].flatMap(UInt64.init)
    return 1...max(wanted ?? 20, 1)
  }()

  func needs(seed: UInt64) -> Bool { Self.seeds.contains(seed) || !areTelling }

  var description: String {
    "\(before) kills before the change, of them \(inTheMiddle) in the middle of it, \(after) after"
  }
}
