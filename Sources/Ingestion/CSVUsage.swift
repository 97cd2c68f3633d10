import UsageModel

/// Rows of a CSV file with a header.
struct CSVUsage: RecordFormat, ~Copyable {
  static let quotesJoinLines = true

  private let mapping: CSVMapping
  /// nil for a source whose days are cut in UTC.
  private let calendar: LocalCalendar?
  /// Of times that name no zone.
  private let calendarOfData: LocalCalendar
  private var fields = CSVFields()
  private var separator: UInt8 = 0x2C
  private var columns: CSVColumns?

  init(_ mapping: CSVMapping, calendar: LocalCalendar) throws(IngestionError) {
    self.mapping = mapping
    self.calendar = mapping.daysAreUTC ? nil : calendar
    guard let calendarOfData = LocalCalendar(identifier: mapping.timeZoneOfData) else {
      throw .unknownTimeZone(mapping.timeZoneOfData)
    }
    self.calendarOfData = calendarOfData
  }

  mutating func beginFile() { columns = nil }

  func endFile(_ path: String) throws(IngestionError) {
    if columns == nil { throw .emptyFile(path) }
  }

  mutating func read(
    _ record: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool {
    guard isUTF8(record) else { throw .notUTF8 }
    guard let columns else {
      separator = csvSeparator(ofHeader: record)
      try fields.split(record, by: separator)
      let header = fields.fields.map { String(decoding: $0, as: UTF8.self) }
      columns = try CSVColumns(header: header, mapping: mapping)
      return false
    }
    try fields.split(record, by: separator)
    if fields.fields.count != columns.count {
      throw .fieldCount(found: fields.fields.count, expected: columns.count)
    }
    let time = try time(columns)
    var series = UsageKey()
    series.subscription = number(of: columns.subscription, in: &answer.groups)
    series.user = number(of: columns.user, in: &answer.groups)
    series.feature = number(of: columns.feature, in: &answer.groups)
    series.model = number(of: columns.model, in: &answer.groups)
    switch columns.layout {
    case .wide(let counts):
      try answer.add(wideCounts(counts, columns), to: series, at: time)
    case .long(let metric, let tokens):
      try addLong(
        metric: fields.fields[metric], tokens: tokens, columns, to: series, at: time, &answer)
    }
    return true
  }

  private func wideCounts(
    _ counts: CSVColumns.Counts, _ columns: CSVColumns
  ) throws(RecordProblem) -> TokenCounts {
    TokenCounts(
      prompt: try count(counts.prompt, columns),
      completion: try count(counts.completion, columns),
      total: try count(counts.total, columns),
      cached: try count(counts.cached, columns),
      cacheWrite: try count(counts.cacheWrite, columns),
      reasoning: try count(counts.reasoning, columns),
      requests: try requests(columns))
  }

  private func addLong(
    metric name: UnsafeRawBufferPointer, tokens: Int, _ columns: CSVColumns, to series: UsageKey,
    at time: RecordTime, _ answer: inout UsageAnswer
  ) throws(RecordProblem) {
    let (number, metric) = answer.metric(named: name)
    if metric == .ignored { return answer.ignore(metric: number) }
    let tokens = try count(tokens, columns)
    let requests = try requests(columns)
    if metric == .other {
      try answer.add(
        tokens: tokens ?? 0, requests: requests ?? 0, ofMetric: number, to: series, at: time)
    } else {
      try answer.add(metric.counts(tokens: tokens, requests: requests), to: series, at: time)
    }
  }

  /// The mapped column; without one, every row is one request.
  private func requests(_ columns: CSVColumns) throws(RecordProblem) -> Int64? {
    columns.requests == nil ? 1 : try count(columns.requests, columns)
  }

  /// nil where no column is mapped, or its cell is empty: not known, which is not zero.
  private func count(_ column: Int?, _ columns: CSVColumns) throws(RecordProblem) -> Int64? {
    guard let column, !fields.fields[column].isEmpty else { return nil }
    return try Ingestion.count(fields.fields[column], named: columns.header[column])
  }

  private func time(_ columns: CSVColumns) throws(RecordProblem) -> RecordTime {
    let text = fields.fields[columns.time]
    let written: WrittenTime
    do { written = try WrittenTime(text) } catch {
      throw .time(
        error, column: columns.header[columns.time], text: excerpt(of: text, limit: 40))
    }
    if written.ticksOfDay == nil {
      return RecordTime(
        wholeDay: written.day, localTicks: written.localTicks, calendar: calendar)
    }
    let moment =
      written.offset.map { written.moment(offset: $0) }
      ?? calendarOfData.moment(localTicks: written.localTicks)
    return RecordTime(moment: moment, calendar: calendar)
  }

  private func number(of dimension: CSVColumns.Dimension, in groups: inout UsageGroups) -> Int32 {
    switch dimension {
    case .column(let column): groups.number(of: fields.fields[column])
    case .constant(let text): text.withUnsafeBytes { groups.number(of: $0) }
    }
  }
}

func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
  bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
}
