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
  private var lastTime = RepeatedText<RecordTime>()
  private var lastNumbers = (0..<4).map { _ in RepeatedText<Int32>() }
  /// The rows of a request follow each other and differ in the metric alone.
  private var lastSeries = RepeatedText<UsageKey>()
  /// Of the groups that the last numbers are from.
  private var generation = 0

  init(_ mapping: CSVMapping, calendar: LocalCalendar) throws(IngestionError) {
    self.mapping = mapping
    self.calendar = mapping.daysAreUTC ? nil : calendar
    guard let calendarOfData = LocalCalendar(identifier: mapping.timeZoneOfData) else {
      throw .unknownTimeZone(mapping.timeZoneOfData)
    }
    self.calendarOfData = calendarOfData
  }

  var expectsHeader: Bool { columns == nil }

  mutating func beginFile() {
    columns = nil
    lastSeries = RepeatedText()
  }

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
      columns = try CSVColumns(header: header, mapping: mapping)
      return false
    }
    try fields.split(record, by: separator)
    if fields.fields.count != columns.count {
      throw .fieldCount(found: fields.fields.count, expected: columns.count)
    }
    let time = try time(columns)
    let series = series(columns, in: &answer.groups)
    switch columns.layout {
    case .wide(let counts):
      try answer.add(wideCounts(counts, columns), to: series, at: time)
    case .long(let metric, let tokens):
      try addLong(
        metric: fields.fields[metric], tokens: tokens, columns, to: series, at: time, &answer)
    }
    return true
  }

  private mutating func series(
    _ columns: CSVColumns, in groups: inout UsageGroups
  ) -> UsageKey {
    if generation != groups.generation {
      lastNumbers = lastNumbers.map { _ in RepeatedText() }
      lastSeries = RepeatedText()
      generation = groups.generation
    }
    let bytes = columns.dimensionSpan.flatMap { fields.bytes(of: $0) }
    if let bytes, let known = lastSeries.value(of: bytes) { return known }
    var series = UsageKey()
    series.subscription = number(of: columns.subscription, at: 0, in: &groups)
    series.user = number(of: columns.user, at: 1, in: &groups)
    series.feature = number(of: columns.feature, at: 2, in: &groups)
    series.model = number(of: columns.model, at: 3, in: &groups)
    if let bytes { lastSeries.remember(series, of: bytes) }
    return series
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
    } else if case .known(let metric) = metric, let tokens {
      try answer.add(
        tokens, of: metric, requests: metric == .total ? requests : nil,
        toSeries: answer.groups.number(of: series), at: time)
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

  private mutating func time(_ columns: CSVColumns) throws(RecordProblem) -> RecordTime {
    let text = fields.fields[columns.time]
    if let known = lastTime.value(of: text) { return known }
    let time = try readTime(text, columns)
    lastTime.remember(time, of: text)
    return time
  }

  private func readTime(
    _ text: UnsafeRawBufferPointer, _ columns: CSVColumns
  ) throws(RecordProblem) -> RecordTime {
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

  private mutating func number(
    of dimension: CSVColumns.Dimension, at place: Int, in groups: inout UsageGroups
  ) -> Int32 {
    switch dimension {
    case .constant(let text): return text.withUnsafeBytes { groups.number(of: $0) }
    case .column(let column):
      let text = fields.fields[column]
      if let known = lastNumbers[place].value(of: text) { return known }
      let number = groups.number(of: text)
      lastNumbers[place].remember(number, of: text)
      return number
    }
  }
}
