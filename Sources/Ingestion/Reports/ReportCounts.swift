import CSimdjson
import UsageModel

/// Reads the counts of one result.
struct ReportCounts: ~Copyable {
  private let vendor: ReportVendor
  private let keys: JSONKeys
  private let cacheWriteKeys = JSONKeys([
    "ephemeral_5m_input_tokens", "ephemeral_1h_input_tokens",
  ])

  init(_ vendor: ReportVendor) {
    self.vendor = vendor
    keys = JSONKeys(vendor.countKeys)
  }

  func counts(
    of result: JSONElement, in document: borrowing JSONDocument
  ) throws(RecordProblem) -> TokenCounts {
    let members = try keys.members(of: result)
    if members[0].kind == JSONAbsent, members[1].kind == JSONAbsent {
      throw .report(.missing(key: keys.names[0], object: "a result"))
    }
    var counts = TokenCounts(
      prompt: try document.count(members[0], named: keys.names[0]),
      completion: try document.count(members[1], named: keys.names[1]),
      cached: try document.count(members[2], named: keys.names[2]))
    switch vendor {
    case .openAI:
      counts.requests = try document.count(members[3], named: keys.names[3])
    case .anthropic:
      counts.cacheWrite = try cacheWrites(members[3], in: document)
    }
    return counts
  }

  /// The 5-minute and the 1-hour cache together.
  private func cacheWrites(
    _ writes: JSONElement, in document: borrowing JSONDocument
  ) throws(RecordProblem) -> Int64? {
    switch writes.kind {
    case JSONAbsent, JSONNull: return nil
    case JSONObject: break
    default: throw .report(.notObject("cache_creation"))
    }
    let members = try cacheWriteKeys.members(of: writes)
    var sum: Int64?
    for (member, name) in zip(members, cacheWriteKeys.names) {
      guard let count = try document.count(member, named: name) else { continue }
      let (total, overflow) = (sum ?? 0).addingReportingOverflow(count)
      if overflow { throw .sumTooLarge }
      sum = total
    }
    return sum
  }
}
