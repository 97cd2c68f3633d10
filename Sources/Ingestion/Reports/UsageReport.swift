import CSimdjson
import UsageModel

/// Pages of a vendor's usage report: buckets of time, each with one result a group.
///
/// A result that comes again, because pages of several exports overlap, counts once.
struct UsageReport: RecordFormat, ~Copyable {
  static let quotesJoinLines = false
  static let bracketsJoinLines = true
  var expectsHeader: Bool { false }

  private let vendor: ReportVendor
  /// nil for a source whose days are cut in UTC.
  private let calendar: LocalCalendar?
  private let document: JSONDocument
  private let pageKeys = JSONKeys(["data"])
  private let bucketKeys: JSONKeys
  private let resultKeys: JSONKeys
  private let counts: ReportCounts
  private var seen = SeenResults()

  init(
    _ vendor: ReportVendor, _ mapping: ReportMapping, calendar: LocalCalendar
  ) throws(IngestionError) {
    self.vendor = vendor
    self.calendar = mapping.daysAreUTC ? nil : calendar
    document = try JSONDocument()
    let ends = vendor.bucketKeys
    bucketKeys = JSONKeys([ends.start, ends.end, "results"])
    let dimensions = mapping.dimensions.filled(from: vendor.dimensions)
    resultKeys = JSONKeys([
      "object", dimensions.subscription ?? "", dimensions.user ?? "", dimensions.feature ?? "",
      dimensions.model ?? "",
    ])
    counts = ReportCounts(vendor)
  }

  mutating func beginFile() {}
  // A report without buckets is no mistake: nothing was used.
  func endFile(_ path: String) {}

  mutating func read(
    _ record: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool {
    let root = try document.read(record)
    guard root.kind == JSONArray else {
      try readPage(root, into: &answer)
      return true
    }
    for page in root.elements { try readPage(page, into: &answer) }
    return true
  }

  private mutating func readPage(
    _ page: JSONElement, into answer: inout UsageAnswer
  ) throws(RecordProblem) {
    guard page.kind == JSONObject else { throw .report(.notObject("a page")) }
    let data = try pageKeys.members(of: page)[0]
    if data.kind == JSONAbsent { throw .report(.missing(key: "data", object: "this document")) }
    guard data.kind == JSONArray else { throw .report(.notList("data")) }
    for bucket in data.elements { try readBucket(bucket, into: &answer) }
  }

  private mutating func readBucket(
    _ bucket: JSONElement, into answer: inout UsageAnswer
  ) throws(RecordProblem) {
    let members = try bucketKeys.members(of: bucket)
    let clock = vendor.clock
    let start = try clock.moment(members[0], named: bucketKeys.names[0], in: document)
    let end = try clock.moment(members[1], named: bucketKeys.names[1], in: document)
    let time = try ReportBucket(from: start, to: end, calendar: calendar).time
    guard members[2].kind == JSONArray else { throw .report(.notList("results")) }
    // Without a result nothing was used, and that is known.
    try answer.attend(at: time)
    for result in members[2].elements {
      try readResult(result, from: start, at: time, into: &answer)
    }
  }

  private mutating func readResult(
    _ result: JSONElement, from start: Timestamp, at time: RecordTime,
    into answer: inout UsageAnswer
  ) throws(RecordProblem) {
    guard result.kind == JSONObject else { throw .report(.notObject("a result")) }
    let members = try resultKeys.members(of: result)
    if members[0].kind == JSONString,
      !ReportVendor.resultsWithTokens.contains(where: { members[0].isText($0) })
    {
      answer.ignore(metric: answer.metric(named: jsonString(members[0]).bytes).number)
      return
    }
    let counts = try counts.counts(of: result, in: document)
    var series = UsageKey()
    series.subscription = try number(members, 1, in: &answer.groups)
    series.user = try number(members, 2, in: &answer.groups)
    series.feature = try number(members, 3, in: &answer.groups)
    series.model = try number(members, 4, in: &answer.groups)
    switch try seen.arrival(of: document.labels(of: result), saying: counts, at: start) {
    case .new: try answer.add(counts, to: series, at: time)
    case .copy: answer.skipRepeatedItem(at: time)
    case .conflict:
      throw .report(.countedTwice(what: "the bucket of \(start) and this group"))
    }
  }

  private func number(
    _ members: [JSONElement], _ index: Int, in groups: inout UsageGroups
  ) throws(RecordProblem) -> Int32 {
    try document.number(of: members[index], named: resultKeys.names[index], in: &groups)
  }
}
