import CSimdjson
import UsageModel

/// `gen_ai.client.token.usage` histograms, one OTLP JSON object a line: tokens are their sums.
///
/// - SeeAlso: <https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/>
struct OTLPMetrics: RecordFormat, ~Copyable {
  static let quotesJoinLines = false

  private let calendar: LocalCalendar
  private let document: JSONDocument
  private let points: OTLPPoints
  private var attributes: OTLPAttributes
  private var streams = CumulativeStreams()

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
          try readMetric(metric, inherited, into: &answer)
        }
      }
    }
    return true
  }

  private mutating func readMetric(
    _ metric: JSONElement, _ inherited: JSONElement, into answer: inout UsageAnswer
  ) throws(RecordProblem) {
    let members = try metricKeys.members(of: metric)
    guard members[0].isText("gen_ai.client.token.usage") else {
      answer.ignore(metric: answer.metric(named: jsonString(members[0]).bytes).number)
      return
    }
    let histogram = members[1].kind == JSONObject ? members[1] : members[2]
    guard histogram.kind == JSONObject else {
      throw .report(.missing(key: "histogram", object: "gen_ai.client.token.usage"))
    }
    let parts = try histogramKeys.members(of: histogram)
    let temporality = try OTLPTemporality(parts[0], in: document)
    for point in parts[1].elements {
      try readPoint(point, temporality, inherited, into: &answer)
    }
  }

  private mutating func readPoint(
    _ element: JSONElement, _ temporality: OTLPTemporality, _ inherited: JSONElement,
    into answer: inout UsageAnswer
  ) throws(RecordProblem) {
    guard let point = try points.point(element, in: document) else { return }
    try attributes.read(inherited, point.attributes, in: document)
    var (start, tokens, calls) = (point.start ?? point.time, point.tokens, point.calls)
    if temporality == .cumulative {
      let step = try streams.step(of: point, in: attributes.identity, calendar: calendar)
      if step.isWithoutStart { answer.doubt(.cumulativeWithoutStart) }
      (start, tokens, calls) = (step.start, step.tokens, step.calls)
    }
    // What was used in an interval counts for the day the interval begins in.
    let time = RecordTime(moment: start, calendar: calendar)
    let series = attributes.series(in: &answer.groups)
    switch attributes.tokenType {
    case "input":
      // A call is in both types, and counts once.
      try answer.add(TokenCounts(prompt: tokens, requests: calls), to: series, at: time)
    case "output":
      try answer.add(TokenCounts(completion: tokens), to: series, at: time)
    case let other:
      let name = Array("gen_ai.token.type \(other ?? "unknown") Tokens".utf8)
      let metric = name.withUnsafeBytes { answer.metric(named: $0).number }
      try answer.add(tokens: tokens, requests: 0, ofMetric: metric, to: series, at: time)
    }
  }
}
