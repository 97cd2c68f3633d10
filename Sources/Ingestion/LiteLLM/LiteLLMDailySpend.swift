import UsageModel

/// Rows of LiteLLM's daily spend of users, teams or organisations: one UTC day each.
///
/// `prompt_tokens` includes what was read from and written to the cache
/// (docs/decisions/0020-where-cached-tokens-lie.md).
struct LiteLLMDailySpend: RecordFormat, ~Copyable {
  static let quotesJoinLines = true

  private let mapping: LiteLLMMapping
  private var fields = CSVFields()
  private var separator: UInt8 = 0x2C
  private var columns: LiteLLMColumns?
  private var seen = SeenResults()

  init(_ mapping: LiteLLMMapping) {
    self.mapping = mapping
  }

  var expectsHeader: Bool { columns == nil }

  mutating func beginFile() { columns = nil }

  func endFile(_ path: String) throws(IngestionError) {
    if columns == nil { throw .emptyFile(path) }
  }

  mutating func read(
    _ record: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool {
    guard let columns else {
      separator = csvSeparator(ofHeader: record)
      try fields.split(record, by: separator)
      let header = fields.fields.map { String(decoding: $0, as: UTF8.self) }
      columns = try LiteLLMColumns(header: header, mapping.dimensions)
      return false
    }
    try fields.split(record, by: separator)
    if fields.fields.count != columns.header.count {
      throw .fieldCount(found: fields.fields.count, expected: columns.header.count)
    }
    let time = try time(columns)
    try answer.accept(time.day)
    let counts = try counts(columns, in: &answer)
    var series = UsageKey()
    series.subscription = number(columns.subscription, in: &answer.groups)
    series.user = number(columns.user, in: &answer.groups)
    series.feature = number(columns.feature, in: &answer.groups)
    series.model = number(columns.model, in: &answer.groups)
    if let id = columns.id, !fields.fields[id].isEmpty {
      switch try seen.arrival(of: fields.fields[id], saying: counts, at: time.moment) {
      case .new: break
      case .copy:
        answer.skipRepeatedItem(at: time)
        return true
      case .conflict:
        throw .report(
          .countedTwice(what: "the row '\(excerpt(of: fields.fields[id], limit: 40))'"))
      }
    }
    try answer.add(counts, to: series, at: time)
    return true
  }

  /// Prompt tokens with those read from the cache and without those written to it, which are a class
  /// of their own.
  private func counts(
    _ columns: LiteLLMColumns, in answer: inout UsageAnswer
  ) throws(RecordProblem) -> TokenCounts {
    var counts = TokenCounts(
      prompt: try count(columns.prompt, columns),
      completion: try count(columns.completion, columns),
      cached: try count(columns.cacheRead, columns),
      cacheWrite: try count(columns.cacheWrite, columns),
      requests: try count(columns.requests, columns))
    guard !mapping.isCacheBeside, let prompt = counts.prompt else { return counts }
    let written = counts.cacheWrite ?? 0
    let isInside = written <= prompt && counts.cached ?? 0 <= prompt - written
    if !isInside { answer.doubt(.cacheExceedsPrompt) }
    counts.prompt = max(0, prompt - written)
    return counts
  }

  /// nil where the column is not there, or its cell is empty: not known, which is not zero.
  private func count(_ column: Int?, _ columns: LiteLLMColumns) throws(RecordProblem) -> Int64? {
    guard let column, !fields.fields[column].isEmpty else { return nil }
    return try Ingestion.count(fields.fields[column], named: columns.header[column])
  }

  private func time(_ columns: LiteLLMColumns) throws(RecordProblem) -> RecordTime {
    let text = fields.fields[columns.date]
    do throws(TimeProblem) {
      let written = try WrittenTime(text)
      guard written.ticksOfDay == nil else { throw .notTime }
      return RecordTime(wholeDay: written.day, localTicks: written.localTicks, calendar: nil)
    } catch {
      throw .time(error, column: columns.header[columns.date], text: excerpt(of: text, limit: 40))
    }
  }

  private func number(_ column: Int?, in groups: inout UsageGroups) -> Int32 {
    column.map { groups.number(of: fields.fields[$0]) } ?? 0
  }
}
