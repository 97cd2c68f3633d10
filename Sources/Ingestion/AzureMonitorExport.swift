import CSimdjson
import Foundation
import UsageModel

/// `AppMetrics` records, one JSON object a line.
struct AzureMonitorExport: RecordFormat, ~Copyable {
  static let quotesJoinLines = false

  private let reader: OpaquePointer
  private let calendar: LocalCalendar
  private var seen: SeenItems

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

  mutating func read(
    _ line: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool {
    var record = MetricRecord()
    let outcome = metricRecordReaderRead(
      reader, line.baseAddress?.assumingMemoryBound(to: CChar.self), line.count, &record)
    if outcome != MetricRecordRead { throw problem(outcome, record) }
    if let type = record.type.bytes, !isAppMetrics(type) {
      throw .wrongType(excerpt(of: type, limit: 40))
    }
    guard let name = record.name.bytes else { throw .missing("Name") }
    let (number, metric) = answer.metric(named: name)
    if metric == .ignored {
      answer.ignore(metric: number)
      return true
    }
    let time = try time(of: record)
    guard let sum = record.sum.bytes else { throw .missing("Sum") }
    let tokens = try count(sum, named: "Sum")
    let requests: Int64? =
      if metric == .known(.total) || metric == .other, let items = record.itemCount.bytes {
        try count(items, named: "ItemCount")
      } else {
        nil
      }
    if let id = record.itemID.bytes, try !seen.insert(id, at: time.moment) {
      answer.skipRepeatedItem(at: time)
      return true
    }
    let series = UsageKey(record.dimensions, in: &answer.groups)
    if metric == .other {
      try answer.add(
        tokens: tokens, requests: requests ?? 0, ofMetric: number, to: series, at: time)
    } else {
      try answer.add(metric.counts(tokens: tokens, requests: requests), to: series, at: time)
    }
    return true
  }

  private func time(of record: MetricRecord) throws(RecordProblem) -> RecordTime {
    guard let text = record.time.bytes else { throw .missing("TimeGenerated") }
    let written: WrittenTime
    do { written = try WrittenTime(text) } catch {
      throw .timeGenerated(error, text: excerpt(of: text, limit: 40))
    }
    guard written.ticksOfDay != nil, written.offset == 0 else {
      throw .timeGenerated(.notTime, text: excerpt(of: text, limit: 40))
    }
    return RecordTime(moment: written.moment(offset: 0), calendar: calendar)
  }
}

private func isAppMetrics(_ type: UnsafeRawBufferPointer) -> Bool {
  let expected: StaticString = "AppMetrics"
  guard let start = type.baseAddress, type.count == expected.utf8CodeUnitCount else { return false }
  return memcmp(start, expected.utf8Start, type.count) == 0
}

private func problem(_ outcome: MetricRecordOutcome, _ record: MetricRecord) -> RecordProblem {
  let key = record.key.bytes.map { excerpt(of: $0, limit: 40) } ?? ""
  return switch outcome {
  case MetricRecordNotObject: .notObject
  case MetricRecordNotUTF8: .notUTF8
  case MetricRecordKeyRepeated: .repeated(key)
  case MetricRecordKeyNotSingle: .notSingle(key)
  case MetricRecordPropertiesNotObject: .propertiesNotObject
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

extension UsageGroups {
  fileprivate mutating func number(of text: MetricText) -> Int32 {
    text.bytes.map { number(of: $0) } ?? 0
  }
}

extension MetricText {
  /// nil where the record has no such key.
  fileprivate var bytes: UnsafeRawBufferPointer? {
    start.map { UnsafeRawBufferPointer(start: $0, count: length) }
  }
}

private func withText<Result>(_ text: String?, _ body: (MetricText) -> Result) -> Result {
  guard var text else { return body(MetricText()) }
  return text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) {
      body(MetricText(start: $0.baseAddress, length: $0.count))
    }
  }
}
