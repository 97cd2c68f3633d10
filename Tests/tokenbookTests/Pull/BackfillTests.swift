import Foundation
import SeededCases
import Testing

/// A year that is pulled at once: in small here, with 5,000 series where `TOKENBOOK_BACKFILL_SERIES`
/// says so, as `make soak` does.
@Suite struct BackfillTests {
  private let series =
    ProcessInfo.processInfo.environment["TOKENBOOK_BACKFILL_SERIES"].flatMap(Int.init) ?? 60
  private let range = ["--from", "2025-11-23", "--to", "2026-11-22"]

  @Test func `a year is pulled in little memory, and killed five times comes out the same`() throws
  {
    let service = try RunningService()
    try service.tell(
      "generate",
      """
      {"series":\(series),"days":366,"first":"2025-11-23","seed":1,"metrics":["Prompt Tokens",
      "Completion Tokens","Total Tokens","Prompt Cached Tokens"],"models":["gpt-4.1","gpt-5"],
      "workspace":"\(RunningService.workspace)",
      "dimensions":["Subscription ID","User ID","API ID","Model"]}
      """)

    let whole = try PullWorkbook.written(for: service)
    let run = try MeasuredRun(["pull", "--today", "2026-11-23"] + range, in: whole, service)
    #expect(try run.end() == 0, "\(run.errors)")
    let points = try whole.snapshot("SELECT count(*) FROM point").trimmingCharacters(in: .newlines)
    let pulls = try whole.snapshot("SELECT count(*), sum(requests), sum(bytes) FROM pull")
      .trimmingCharacters(in: .newlines)
    struct Summary: Decodable { let bytesSent: Int }
    let sent = try service.ask("summary", as: Summary.self).bytesSent
    print(
      "backfill: \(points) points; windows|requests|bytes \(pulls), \(sent) compressed;",
      "\(run.seconds.formatted(.number.precision(.fractionLength(1)))) s,",
      "\(run.peakMiB) MiB at most")
    #expect(run.peakMiB < 200)
    try expectTruth(of: service, from: "2025-11-23", in: whole)

    var random = SplitMix64(seed: 20_261_124)
    let killed = try PullWorkbook.written(for: service)
    for _ in 0..<5 {
      let part = try MeasuredRun(["pull", "--today", "2026-11-23"] + range, in: killed, service)
      part.kill(after: run.seconds * .random(in: 0.05...0.3, using: &random))
    }
    try service.tell("log", method: "DELETE")
    let rest = try MeasuredRun(["pull", "--today", "2026-11-23"] + range, in: killed, service)
    #expect(try rest.end() == 0, "\(rest.errors)")

    let digests = "SELECT day, row_count, tokens, digest FROM ledger_day ORDER BY day"
    #expect(try killed.snapshot(digests) == whole.snapshot(digests))
    let asked = try killed.snapshot("SELECT count(*) FROM ledger_day")
    #expect(asked == "365\n")
    // What was stored before the last kill is not asked for again.
    let requests = Int(try whole.snapshot("SELECT sum(requests) FROM pull").dropLast()) ?? 0
    #expect(try service.log("/query$").count < requests)
    #expect(try killed.snapshot("SELECT count(*) FROM backfill") == "0\n")
  }

  @Test func `what a year sums up to is what the service holds`() throws {
    let service = try RunningService()
    try service.tell(
      "generate",
      #"{"series":7,"days":40,"first":"2026-10-14","seed":3,"metrics":["Total Tokens"]}"#)
    let folder = try PullWorkbook.written(for: service)
    try #require(
      try folder.pull(["--from", "2026-10-14"], from: service).status == 0)

    try expectTruth(of: service, from: "2026-10-14", in: folder)
  }

  /// Adds the records up in the stub and the points in the snapshot.
  private func expectTruth(
    of service: RunningService, from: String, in folder: TemporaryFolder
  ) throws {
    struct Sum: Decodable {
      let tokens: Int
      let requests: Int
    }
    struct Truth: Decodable { let metrics: [String: Sum] }
    let truth = try service.ask(
      "truth?from=\(from)&to=2026-11-22&tz=Europe/Berlin", as: Truth.self)
    let total = try #require(truth.metrics["Total Tokens"])
    let prompt = truth.metrics["Prompt Tokens"].map { String($0.tokens) } ?? ""
    #expect(
      try folder.snapshot("SELECT sum(total), sum(requests), sum(prompt) FROM point")
        == "\(total.tokens)|\(total.requests)|\(prompt)\n")
  }
}

/// A run of `tokenbook` whose memory is watched.
private final class MeasuredRun {
  private let process = Process()
  private let scratch: TemporaryFolder
  private let clock = ContinuousClock()
  private let begun: ContinuousClock.Instant
  /// The most memory that was seen.
  private(set) var peakMiB = 0
  private(set) var seconds = 0.0

  init(_ arguments: [String], in folder: TemporaryFolder, _ service: RunningService) throws {
    scratch = try TemporaryFolder()
    try scratch.write("", to: "errors")
    process.executableURL = URL(filePath: Executable.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = service.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "errors"))
    begun = clock.now
    try process.run()
  }

  var errors: String { (try? scratch.read("errors")) ?? "" }

  func end() throws -> Int32 {
    while process.isRunning {
      let status = try? String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kibibytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      peakMiB = max(peakMiB, kibibytes / 1024)
      usleep(20_000)
    }
    seconds = (clock.now - begun) / .seconds(1)
    return process.terminationStatus
  }

  func kill(after seconds: Double) {
    usleep(UInt32(seconds * 1_000_000))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
