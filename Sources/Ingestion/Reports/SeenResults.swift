import Foundation
import UsageModel

/// The results of one import, so that pages that overlap count once.
struct SeenResults: ~Copyable {
  enum Arrival {
    case new
    /// The same as one before.
    case copy
    /// The same place as one before, with other counts.
    case conflict
  }

  private var places = SeenItems()
  private var contents = SeenItems()

  /// - Parameters:
  ///   - place: What the result is about, but for its bucket.
  ///   - counts: What it says.
  mutating func arrival(
    of place: UnsafeRawBufferPointer, saying counts: TokenCounts, at moment: Timestamp
  ) throws(RecordProblem) -> Arrival {
    let isNewContent = try insert(place, counts, at: moment)
    if try places.insert(place, at: moment) { return .new }
    return isNewContent ? .conflict : .copy
  }

  private mutating func insert(
    _ place: UnsafeRawBufferPointer, _ counts: TokenCounts, at moment: Timestamp
  ) throws(RecordProblem) -> Bool {
    var bytes = Array(place)
    let numbers = [
      counts.prompt, counts.completion, counts.cached, counts.cacheWrite, counts.requests,
    ]
    for number in numbers {
      // Counts are never negative, so −1 can stand for an unknown one.
      withUnsafeBytes(of: (number ?? -1).littleEndian) { bytes.append(contentsOf: $0) }
    }
    let result: Result<Bool, RecordProblem> = bytes.withUnsafeBytes { bytes in
      do throws(RecordProblem) { return .success(try contents.insert(bytes, at: moment)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
