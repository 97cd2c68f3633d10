/// A reader of files from outside, and what must be so whatever it is given.
struct FuzzedReader: Sendable {
  enum Verdict {
    case accepted, refused
  }

  /// Also the folder of its corpus.
  let name: String
  /// Pieces that mean something to it.
  let words: [String]
  /// Bytes of its largest inputs: for usage, above the longest line that is read.
  var hugeSize = 17 << 20
  /// - Throws: ``Violation``, or an error that the reader must not have.
  let check: @Sendable (_ input: [UInt8], _ work: WorkFolder) throws -> Verdict
}

/// What must be so is not.
struct Violation: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

func require(_ condition: Bool, _ description: @autoclosure () -> String) throws {
  if !condition { throw Violation(description()) }
}

/// Every reader of files from outside. A new source kind gets a line here and a folder of its corpus.
let fuzzedReaders = [
  FuzzedReader(
    name: "azure-monitor-export", words: jsonWords,
    check: UsageCheck(format: .azureMonitorExport(.recommended), write: canonicalJSONLines).verdict),
  FuzzedReader(
    name: "csv-wide", words: csvWords,
    check: UsageCheck(format: .csv(wideMapping), write: canonicalWideRows).verdict),
  FuzzedReader(
    name: "csv-long", words: csvWords,
    check: UsageCheck(format: .csv(longMapping), write: canonicalLongRows).verdict),
  FuzzedReader(
    name: "litellm-daily-spend", words: csvWords,
    check: UsageCheck(format: .liteLLMDailySpend(liteLLMMapping), write: canonicalDailySpend)
      .verdict),
  FuzzedReader(
    name: "opentelemetry-otlp", words: documentWords,
    check: UsageCheck(format: .openTelemetry(otlpAttributes), write: canonicalOTLP).verdict),
  FuzzedReader(
    name: "openai-usage", words: documentWords,
    check: UsageCheck(format: .openAIUsage(reportMapping), write: canonicalOpenAIUsage).verdict),
  FuzzedReader(
    name: "anthropic-usage", words: documentWords,
    check: UsageCheck(format: .anthropicUsage(reportMapping), write: canonicalAnthropicUsage)
      .verdict),
  FuzzedReader(
    name: "gzip", words: gzipWords,
    check: UsageCheck(
      format: .azureMonitorExport(.recommended), write: canonicalJSONLines, isCompressed: true
    ).verdict),
  FuzzedReader(
    name: "service-answer", words: answerWords, hugeSize: 2 << 20, check: serviceAnswerVerdict),
  FuzzedReader(name: "table-file", words: csvWords, hugeSize: 2 << 20, check: tableFileVerdict),
  FuzzedReader(
    name: "settings-file", words: yamlWords, hugeSize: 2 << 20, check: settingsFileVerdict),
]

/// Breaks on a line end behind a quote: shows that a fault is found and told.
let plantedFault = FuzzedReader(name: "planted-fault", words: csvWords) { input, _ in
  let isFound = zip(input, input.dropFirst()).contains { $0 == 0x22 && $1 == 0x0A }
  try require(!isFound, "a line end behind a quote")
  return .accepted
}

private let jsonWords =
  commonWords + [
    "{", "}", "[", "]", ":", ",", "null", "true", "NaN", "Infinity", "\\u0000", "\\ud800", "\\",
    "\\\"", "{\"a\":", "[[[[[[[[", "\"Sum\":", "\"Name\":\"Total Tokens\"", "\"TimeGenerated\":",
    "\"Properties\":{", "\"Properties\":\"{\\\"Model\\\":\\\"m\\\"}\"", "\"_ItemId\":\"x\",",
    "\"Model\":", "Prompt Tokens", "Odd Tokens", "AppMetrics", "/*", "'",
  ]

private let documentWords =
  commonWords + [
    "{", "}", "[", "]", ":", ",", "null", "[[[[[[[[", "{\"a\":", "\\u0000", "\\\"", "\"",
    "\"data\":", "\"results\":", "\"start_time\":", "\"starting_at\":", "2026-10-31T00:00:00Z",
    "\"input_tokens\":", "\"uncached_input_tokens\":", "\"cache_creation\":", "\"sum\":",
    "\"count\":", "\"dataPoints\":", "\"attributes\":", "\"stringValue\":", "1795392000",
    "\"1795392000000000000\"", "\"aggregationTemporality\":2",
  ]

private let answerWords =
  commonWords + [
    "{", "}", "[", "]", ":", ",", "null", "true", "[[[[[[[[", "{\"a\":", "\\\"", "\"", "\\n", "NaN",
    "\\ud83d", "\\ude00", "\"tables\":", "\"columns\":", "\"rows\":", "\"Rows\":", "\"error\":{",
    "\"code\":\"PartialError\"", "\"FrameType\":\"TableFragment\"", "\"TableId\":1",
    "\"TableFragmentType\":\"DataReplace\"", "\"HasErrors\":true", "\"OneApiErrors\":[",
    "\"Total Tokens\"", "\"Prompt Audio Tokens\"", "2026-10-31T00:00:00.0000000Z", "1.25E3",
  ]

/// Headers of members, empty and of bytes that stand for themselves.
private let gzipWords = [
  "\u{1F}", "\u{8}", "\0\0\0\0", "\u{1}\u{0}\u{0}", "\u{3}\0\0\0\0\0\0\0\0\0", "{}\n",
]

private let csvWords =
  commonWords + [
    ",", ";", "\"", "\"\"", "\",\"", "\"\n\"", "#", "time", "prompt", "2026-10-31",
    "2026-10-31 23:59:59", "2026-10-31T23:59:59.1234567+01:00", "Total Tokens", "Odd Tokens",
  ]

private let yamlWords =
  commonWords + [
    ": ", "- ", "  ", "? ", "| ", "> ", "&a ", "*a ", "!!int ", "---\n", "...\n", "{", "}", "[",
    "]",
    "[[[[[[[[", "{a: ", "'", "\"", "%YAML 1.2\n", "<<: ", "# ", "\t",
  ]

private let commonWords = [
  "\n", "\r\n", "\r", "\0", "\u{FEFF}", "\u{202E}", "e\u{301}", "é", "😀", " ", "0", "-1", "1.5",
  "1e19",
  "9223372036854775807", "9223372036854775808", "1e999999999", "00", "1970-01-01", "2100-01-01",
  "2026-02-29", "",
]
