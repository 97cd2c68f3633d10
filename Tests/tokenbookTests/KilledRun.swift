import SeededCases
import Foundation
import Testing

/// Runs `tokenbook` and ends it by SIGKILL, unless it has ended by itself before.
/// - Parameter work: What is there while a run puts its work in place.
func runKilled(
  _ arguments: [String], in folder: TemporaryFolder, at moment: KillMoments.Moment, work: String
) throws {
  switch moment {
  case .afterStart(let seconds):
    // `timeout` is the run's parent: it cannot kill another process that was given the same number.
    let outcome = try Executable.run(
      program: "/usr/bin/timeout",
      ["--foreground", "-s", "KILL", String(format: "%.4f", seconds), Executable.path] + arguments,
      in: folder.url)
    // 137 is killed, 124 that the run ended while it was being killed.
    try #require([137, 124, 0].contains(outcome.status), "\(outcome)")
  case .atWork(let seconds):
    // The shell kills its job, not a number that another process may have been given.
    let outcome = try Executable.run(
      program: "/bin/bash",
      [
        "-c",
        """
        work=$1 delay=$2
        shift 2
        "$0" "$@" >/dev/null &
        run=/proc/$!
        # bash takes note of a job's end, but `kill -0 %1` goes on finding it.
        while [ ! -e "$work" ] && [ -d "$run" ]; do :; done
        [ "$delay" = 0.0000 ] || sleep "$delay"
        kill -KILL %1 2>/dev/null
        wait
        true
        """, Executable.path, work, String(format: "%.4f", seconds),
      ] + arguments, in: folder.url)
    try #require(outcome.status == 0, "\(outcome)")
  }
}

/// When to kill: at moments that a seed scatters, in turn over the whole run, around the moment where
/// the new state takes over, and while its work stands there.
///
/// That moment is found on the way, because it depends on the machine and what else it does.
struct KillMoments: CustomStringConvertible {
  enum Moment {
    /// Seconds after the run began.
    case afterStart(Double)
    /// Seconds after its work was there.
    case atWork(Double)
  }

  private let whole: Double
  private var takeover: Double
  private var turn = 0
  private var isNear: Bool { turn % 3 == 1 }
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

  mutating func next(_ generator: inout SplitMix64) -> Moment {
    turn += 1
    switch turn % 3 {
    case 1: return .afterStart(takeover * .random(in: 0.6...1.1, using: &generator))
    case 2: return .atWork(max(0, whole * .random(in: -0.03...0.03, using: &generator)))
    default: return .afterStart(whole * .random(in: 0.02...1.05, using: &generator))
    }
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
