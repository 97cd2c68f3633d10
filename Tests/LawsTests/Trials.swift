import Foundation
import Synchronization

/// Tries something with every seed, on all cores.
/// - Returns: What is wrong, in order of the seed; a trial that throws is wrong too.
func trials(
  _ seeds: ClosedRange<UInt64>, _ trial: @Sendable (UInt64) throws -> [String]
) -> [String] {
  let found = Mutex<[(seed: UInt64, text: String)]>([])
  DispatchQueue.concurrentPerform(iterations: seeds.count) { index in
    let seed = seeds.lowerBound + UInt64(index)
    let texts: [String]
    do {
      texts = try trial(seed)
    } catch {
      texts = ["every law: \(String(describing: error).prefix(200))"]
    }
    found.withLock { $0 += texts.map { (seed, "seed \(seed), \($0)") } }
  }
  return found.withLock { $0.sorted { $0.seed < $1.seed }.map(\.text) }
}
