import CSimdjson
import UsageModel

/// Whether a sum is of its interval or of everything since the start.
enum OTLPTemporality {
  case delta
  case cumulative

  init(_ element: JSONElement, in document: borrowing JSONDocument) throws(RecordProblem) {
    let text = document.minified(element)
    switch String(decoding: text, as: UTF8.self) {
    case "1": self = .delta
    case "2": self = .cumulative
    case "": throw .report(.missing(key: "aggregationTemporality", object: "a histogram"))
    default: throw .report(.temporality(excerpt(of: text, limit: 40)))
    }
  }
}

/// What one data point says.
struct OTLPPoint {
  let attributes: JSONElement
  /// nil where it is not known.
  let start: Timestamp?
  let time: Timestamp
  let tokens: Int64
  let calls: Int64
}

/// Reads data points of histograms.
struct OTLPPoints: ~Copyable {
  private let keys = JSONKeys([
    "attributes", "startTimeUnixNano", "timeUnixNano", "count", "sum", "flags",
  ])

  /// - Returns: nil where the point says that nothing was recorded.
  func point(
    _ element: JSONElement, in document: borrowing JSONDocument
  ) throws(RecordProblem) -> OTLPPoint? {
    let members = try keys.members(of: element)
    if let flags = try count(members, 5, in: document), flags & 1 == 1 { return nil }
    guard let time = try moment(members, 2, in: document) else {
      throw .report(.missing(key: "timeUnixNano", object: "a data point"))
    }
    let calls = try count(members, 3, in: document) ?? 0
    let sum = try count(members, 4, in: document)
    if sum == nil, calls > 0 { throw .report(.missing(key: "sum", object: "a data point")) }
    return OTLPPoint(
      attributes: members[0], start: try moment(members, 1, in: document), time: time,
      tokens: sum ?? 0, calls: calls)
  }

  private func count(
    _ members: [JSONElement], _ index: Int, in document: borrowing JSONDocument
  ) throws(RecordProblem) -> Int64? {
    try document.count(members[index], named: keys.names[index], permitsText: true)
  }

  /// - Returns: nil where there is none; 0 means the same.
  private func moment(
    _ members: [JSONElement], _ index: Int, in document: borrowing JSONDocument
  ) throws(RecordProblem) -> Timestamp? {
    guard let nanoseconds = try count(members, index, in: document), nanoseconds > 0 else {
      return nil
    }
    guard nanoseconds < 4_102_444_800_000_000_000 else {
      throw .report(.time(key: keys.names[index], text: "\(nanoseconds)"))
    }
    return Timestamp(ticks: nanoseconds / 100)
  }
}
