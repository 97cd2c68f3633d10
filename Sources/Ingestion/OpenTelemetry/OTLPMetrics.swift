import CSimdjson
import UsageModel

/// `gen_ai.client.token.usage` histograms, one OTLP JSON object a line: tokens are their sums.
///
/// - SeeAlso: <https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/>
struct OTLPMetrics: RecordFormat, ~Copyable {
  static let quotesJoinLines = false
  var expectsHeader: Bool { false }

  private let calendar: LocalCalendar
  private let document: JSONDocument
  private let points: OTLPPoints
  private var attributes: OTLPAttributes
  private var streams = CumulativeStreams()
  /// Of the line that is being read: it counts wholly or not at all.
  private var checked: [CheckedPoint] = []
  private var ignored: [Int32] = []

  private let rootKeys = JSONKeys(["resourceMetrics"])
  private let resourceKeys = JSONKeys(["resource", "scopeMetrics"])
  private let attributeKeys = JSONKeys(["attributes"])
  private let scopeKeys = JSONKeys(["metrics"])
  private let metricKeys = JSONKeys(["name", "histogram", "exponentialHistogram"])
  private let histogramKeys = JSONKeys(["aggregationTemporality", "dataPoints"])

  init(_ dimensions: DimensionMapping, calendar: LocalCalendar) throws(IngestionError) {
    self.calendar = calendar
    document = try JSONDocument()
    points = OTLPPoints()
    attributes = OTLPAttributes(dimensions)
  }

  mutating func beginFile() {}
  // An export without records is no mistake: nothing was used.
  func endFile(_ path: String) {}

  mutating func read(
    _ line: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool {
    checked.removeAll(keepingCapacity: true)
    ignored.removeAll(keepingCapacity: true)
    try check(line, &answer)
    for metric in ignored { answer.ignore(metric: metric) }
    for point in checked { try add(point, to: &answer) }
    return true
  }

  private mutating func check(
    _ line: UnsafeRawBufferPointer, _ answer: inout UsageAnswer
  ) throws(RecordProblem) {
    let root = try document.read(line)
    let resources = try rootKeys.members(of: root)[0]
    guard resources.kind == JSONArray else {
      throw .report(.missing(key: "resourceMetrics", object: "this line"))
    }
    for resource in resources.elements {
      let members = try resourceKeys.members(of: resource)
      let inherited = try attributeKeys.members(of: members[0])[0]
      for scope in members[1].elements {
        for metric in try scopeKeys.members(of: scope)[0].elements {
          try check(metric, inherited, &answer)
        }
      }
    }
  }

  private mutating func check(
    _ metric: JSONElement, _ inherited: JSONElement, _ answer: inout UsageAnswer
  ) throws(RecordProblem) {
    let members = try metricKeys.members(of: metric)
    guard members[0].isText("gen_ai.client.token.usage") else {
      return ignored.append(answer.metric(named: jsonString(members[0]).bytes).number)
    }
    let histogram = members[1].kind == JSONObject ? members[1] : members[2]
    guard histogram.kind == JSONObject else {
      throw .report(.missing(key: "histogram", object: "gen_ai.client.token.usage"))
    }
    let parts = try histogramKeys.members(of: histogram)
    let temporality = try OTLPTemporality(parts[0], in: document)
    for point in parts[1].elements {
      try check(point, temporality, inherited, &answer)
    }
  }

  private mutating func check(
    _ element: JSONElement, _ temporality: OTLPTemporality, _ inherited: JSONElement,
    _ answer: inout UsageAnswer
  ) throws(RecordProblem) {
    guard let point = try points.point(element, in: document) else { return }
    try attributes.read(inherited, point.attributes, in: document)
    for moment in [point.start ?? point.time, point.time] {
      try answer.accept(RecordTime(moment: moment, calendar: calendar).day)
    }
    let counted: CheckedPoint.Counted =
      switch attributes.tokenType {
      case "input": .prompt
      case "output": .completion
      case let other: .other(metric: number(ofTokenType: other ?? "unknown", in: &answer))
      }
    checked.append(
      CheckedPoint(
        point: point, temporality: temporality, counted: counted, stream: attributes.identity,
        series: attributes.series(in: &answer.groups)))
  }

  private func number(ofTokenType type: String, in answer: inout UsageAnswer) -> Int32 {
    let name = Array("gen_ai.token.type \(type) Tokens".utf8)
    return name.withUnsafeBytes { answer.metric(named: $0).number }
  }

  private mutating func add(
    _ checked: CheckedPoint, to answer: inout UsageAnswer
  ) throws(RecordProblem) {
    let point = checked.point
    var (start, tokens, calls) = (point.start ?? point.time, point.tokens, point.calls)
    if checked.temporality == .cumulative {
      let step = try streams.step(of: point, in: checked.stream, calendar: calendar)
      if step.isWithoutStart { answer.doubt(.cumulativeWithoutStart) }
      (start, tokens, calls) = (step.start, step.tokens, step.calls)
    }
    // What was used in an interval counts for the day the interval begins in.
    let time = RecordTime(moment: start, calendar: calendar)
    switch checked.counted {
    case .prompt:
      // A call is in both types, and counts once.
      try answer.add(TokenCounts(prompt: tokens, requests: calls), to: checked.series, at: time)
    case .completion:
      try answer.add(TokenCounts(completion: tokens), to: checked.series, at: time)
    case .other(let metric):
      try answer.add(tokens: tokens, requests: 0, ofMetric: metric, to: checked.series, at: time)
    }
  }
}

/// A data point that can be counted.
private struct CheckedPoint {
  enum Counted {
    case prompt, completion
    case other(metric: Int32)
  }

  let point: OTLPPoint
  let temporality: OTLPTemporality
  let counted: Counted
  let stream: UInt128
  let series: UsageKey
}
