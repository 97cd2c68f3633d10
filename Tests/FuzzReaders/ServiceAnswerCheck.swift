import Foundation
import UsageModel

@testable import AzureMonitor

/// An answer of a service is whole or refused; what is counted adds up, in whatever pieces it comes.
let serviceAnswerVerdict: @Sendable ([UInt8], WorkFolder) throws -> FuzzedReader.Verdict = {
  input, _ in
  let whole = try answer(input, pieces: 1 << 20)
  // Odd, so that cuts fall inside escapes and characters.
  let inPieces = try answer(input, pieces: 1 + input.count % 7)
  try require(
    whole?.points == inPieces?.points && whole?.others == inPieces?.others,
    "the same answer in pieces is another")
  guard let whole else { return .refused }
  try requireJSON(input)
  for (day, tokens) in whole.tokensByDay {
    try require(tokens == whole.receipts[day], "\(day) has \(tokens) tokens, and says otherwise")
  }
  return .accepted
}

private struct CountedAnswer {
  let points: [UsagePoint]
  let others: [OtherPoint]
  let receipts: [CalendarDay: Int64]

  var tokensByDay: [CalendarDay: Int64] {
    var tokens: [CalendarDay: Int64] = [:]
    for point in points {
      let counts = TokenMetric.allCases.compactMap { point.counts[$0] }
      tokens[point.day, default: 0] += counts.reduce(0, +)
    }
    for other in others { tokens[other.day, default: 0] += other.tokens }
    return tokens
  }
}

/// - Returns: nil for an answer that is refused.
private func answer(_ input: [UInt8], pieces: Int) throws -> CountedAnswer? {
  var reader = AnswerReader()
  let first = CalendarDay(daysSince1970: 20_000)
  let days = first...CalendarDay(daysSince1970: 21_000)
  var rows = UsageRowReader(days: days)
  var usage = PulledUsage()
  do {
    for start in stride(from: 0, to: input.count, by: pieces) {
      try input[start..<min(start + pieces, input.count)].withUnsafeBytes { bytes in
        try reader.feed(bytes) {
          usage = PulledUsage()
          rows = UsageRowReader(days: days)
        } receive: { columns, row in
          try rows.add(row, columns: columns, to: &usage)
        }
      }
    }
    guard try reader.finish().fault == nil else { return nil }
  } catch is AnswerProblem {
    return nil
  } catch is RowProblem {
    return nil
  }
  return CountedAnswer(
    points: usage.batch.points, others: usage.batch.others,
    receipts: usage.days.mapValues(\.tokens))
}

/// Somebody else's parser agrees that an accepted answer is JSON. It refuses texts that are not
/// Unicode also where nobody reads them, so those are left out.
private func requireJSON(_ input: [UInt8]) throws {
  guard let text = String(validating: input, as: UTF8.self), !text.contains("\\u") else { return }
  do {
    _ = try JSONSerialization.jsonObject(with: Data(input))
  } catch {
    throw Violation("an accepted answer is no JSON: \(error)")
  }
}
