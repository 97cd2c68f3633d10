import CSimdjson
import Foundation
import UsageModel

/// `AppMetrics` records, or `customMetrics` records, which are the same under other names: one JSON
/// object a line, or a batch of them.
struct AzureMonitorExport: RecordFormat, ~Copyable {
  static let quotesJoinLines = false
  var expectsHeader: Bool { false }

  private let reader: OpaquePointer
  private let calendar: LocalCalendar
  private var seen: SeenItems
  private var record = MetricRecord()
  /// Whether `record` is the next line already.
  private var isRead = false
  private var lastTime: (number: UInt64, time: RecordTime)?
  private var lastSeries: (number: UInt64, generation: Int, series: Int32)?

  init(
    _ dimensions: DimensionMapping, calendar: LocalCalendar, seen: consuming SeenItems
  ) throws(IngestionError) {
    let created = withText(dimensions.subscription) { subscription in
      withText(dimensions.user) { user in
        withText(dimensions.feature) { feature in
          withText(dimensions.model) { model in
            metricRecordReaderCreate(
              MetricDimensions(
                subscription: subscription, user: user, feature: feature, model: model)
            )
          }
        }
      }
    }
    guard let created else { throw .outOfMemory }
    reader = created
    self.calendar = calendar
    self.seen = seen
  }

  deinit { metricRecordReaderDestroy(reader) }

  mutating func beginFile() {}
  // An export without records is no mistake: nothing was used.
  func endFile(_ path: String) {}

  mutating func lengthOfNextLine(in unread: UnsafeRawBufferPointer) -> Int? {
    let length = metricRecordReaderReadAlike(
      reader, unread.baseAddress?.assumingMemoryBound(to: CChar.self), unread.count, &record)
    isRead = length > 0
    return isRead ? length : nil
  }

  mutating func read(
    _ line: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool {
    if !isRead {
      let outcome = metricRecordReaderRead(
        reader, line.baseAddress?.assumingMemoryBound(to: CChar.self), line.count, &record)
      if outcome == MetricRecordBatch { return try readBatch(into: &answer) }
      if outcome != MetricRecordRead { throw problem(outcome, record) }
    }
    isRead = false
    try add(try checkedRecord(in: &answer), to: &answer)
    return true
  }

  /// All records of a batch are checked before any is added: a line counts wholly or not at all.
  private mutating func readBatch(into answer: inout UsageAnswer) throws(RecordProblem) -> Bool {
    var place = 1
    while try readNextOfBatch(place) {
      do { _ = try checkedRecord(in: &answer) } catch { throw .ofBatch(record: place, error) }
      place += 1
    }
    metricRecordReaderRewindBatch(reader)
    while try readNextOfBatch(place) { try add(try checkedRecord(in: &answer), to: &answer) }
    return place > 1
  }

  private mutating func readNextOfBatch(_ place: Int) throws(RecordProblem) -> Bool {
    let outcome = metricRecordReaderReadNextOfBatch(reader, &record)
    if outcome == MetricRecordBatchEnd { return false }
    if outcome != MetricRecordRead {
      throw .ofBatch(record: place, problem(outcome, record))
    }
    return true
  }

  private mutating func checkedRecord(
    in answer: inout UsageAnswer
  ) throws(RecordProblem) -> CheckedRecord {
    try checkType(record.type, key: "Type", expected: "AppMetrics")
    try checkType(record.itemType, key: "itemType", expected: "customMetric")
    guard let name = record.name.bytes else { throw .missing(shown(record.nameKey)) }
    let (number, metric) = answer.metric(named: name)
    if metric == .ignored { return .ignored(metric: number) }
    let time = try time()
    guard let sum = record.sum.bytes else { throw .missing(shown(record.sumKey)) }
    let tokens = try count(sum, record.sumKey)
    let requests: Int64? =
      if metric == .known(.total) || metric == .other, let items = record.itemCount.bytes {
        try count(items, record.itemCountKey)
      } else {
        nil
      }
    try answer.accept(time.day)
    switch metric {
    case .known(let metric): return .known(metric, tokens: tokens, requests: requests, time)
    case .other, .ignored:
      return .other(metric: number, tokens: tokens, requests: requests ?? 0, time)
    }
  }

  /// Adds `record`, which has been checked.
  private mutating func add(
    _ checked: CheckedRecord, to answer: inout UsageAnswer
  ) throws(RecordProblem) {
    switch checked {
    case .ignored(let metric): answer.ignore(metric: metric)
    case .known(let metric, let tokens, let requests, let time):
      if try isRepeated(at: time) { return answer.skipRepeatedItem(at: time) }
      let series = series(in: &answer.groups)
      try answer.add(tokens, of: metric, requests: requests, toSeries: series, at: time)
    case .other(let metric, let tokens, let requests, let time):
      if try isRepeated(at: time) { return answer.skipRepeatedItem(at: time) }
      let series = UsageKey(record.dimensions, in: &answer.groups)
      try answer.add(tokens: tokens, requests: requests, ofMetric: metric, to: series, at: time)
    }
  }

  private mutating func isRepeated(at time: RecordTime) throws(RecordProblem) -> Bool {
    guard let id = record.itemID.bytes else { return false }
    return try !seen.insert(id, at: time.moment)
  }

  private mutating func series(in groups: inout UsageGroups) -> Int32 {
    if let known = lastSeries, known.number == record.dimensionsNumber,
      known.generation == groups.generation
    {
      return known.series
    }
    let series = groups.number(of: UsageKey(record.dimensions, in: &groups))
    lastSeries = (record.dimensionsNumber, groups.generation, series)
    return series
  }

  private mutating func time() throws(RecordProblem) -> RecordTime {
    if let known = lastTime, known.number == record.timeNumber { return known.time }
    guard let text = record.time.bytes else { throw .missing(shown(record.timeKey)) }
    let key = record.timeKey
    func refused(_ problem: TimeProblem) -> RecordProblem {
      .utcTime(problem, key: shown(key), text: excerpt(of: text, limit: 40))
    }
    let written: WrittenTime
    do { written = try WrittenTime(text) } catch { throw refused(error) }
    guard written.ticksOfDay != nil, written.offset == 0 else { throw refused(.notTime) }
    let time = RecordTime(moment: written.moment(offset: 0), calendar: calendar)
    lastTime = (record.timeNumber, time)
    return time
  }
}

/// A record that can be counted.
private enum CheckedRecord {
  case ignored(metric: Int32)
  case known(TokenMetric, tokens: Int64, requests: Int64?, RecordTime)
  case other(metric: Int32, tokens: Int64, requests: Int64, RecordTime)
}

private func checkType(
  _ type: MetricText, key: String, expected: StaticString
) throws(RecordProblem) {
  guard let bytes = type.bytes else { return }
  let isExpected =
    bytes.count == expected.utf8CodeUnitCount
    && type.start.map { memcmp($0, expected.utf8Start, bytes.count) == 0 } ?? false
  if !isExpected {
    throw .wrongType(
      key: key, found: excerpt(of: bytes, limit: 40), expected: expected.description)
  }
}

private func count(_ text: UnsafeRawBufferPointer, _ key: MetricText) throws(RecordProblem) -> Int64
{
  do { return try wholeNumber(text) } catch {
    throw .number(error, field: shown(key), text: excerpt(of: text, limit: 40))
  }
}

private func problem(_ outcome: MetricRecordOutcome, _ record: MetricRecord) -> RecordProblem {
  let key = shown(record.key)
  return switch outcome {
  case MetricRecordNotObject: .notObject
  case MetricRecordNotUTF8: .notUTF8
  case MetricRecordTooDeep: .tooDeep
  case MetricRecordKeyRepeated: .repeated(key)
  case MetricRecordKeysContradict: .contradicting(key, shown(record.otherKey))
  case MetricRecordKeyNotSingle: .notSingle(key)
  case MetricRecordPropertiesNotObject: .propertiesNotObject(key: key)
  case MetricRecordOutOfMemory: .outOfMemory
  default: .notJSON
  }
}

extension UsageKey {
  fileprivate init(_ dimensions: MetricDimensions, in groups: inout UsageGroups) {
    self.init()
    subscription = groups.number(of: dimensions.subscription)
    user = groups.number(of: dimensions.user)
    feature = groups.number(of: dimensions.feature)
    model = groups.number(of: dimensions.model)
  }
}
