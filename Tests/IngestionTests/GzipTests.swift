import Testing
import UsageModel

@testable import Ingestion

private let csv = SourceFormat.csv(CSVMapping(columns: [.time: "t", .promptTokens: "n"]))
private let header = "t,n\n"

@Suite struct GzipTests {
  @Test(arguments: [
    ("openai-usage-1.json", SourceFormat.openAIUsage(ReportMapping())),
    ("anthropic-usage.json", .anthropicUsage(ReportMapping())),
    ("litellm-daily-team-spend.csv", .liteLLMDailySpend(LiteLLMMapping())),
    ("otlp-delta.jsonl", .openTelemetry(.none)),
  ])
  func `a compressed file of any kind is read as what it holds`(
    name: String, format: SourceFormat
  ) throws {
    let text = try report(name)

    let compressed = try reading([gzipped(text)], as: format)

    let plain = try reading([text], as: format)
    try #require(!plain.points.isEmpty)
    #expect(compressed.points == plain.points)
    #expect(compressed.receipt == plain.receipt)
  }

  @Test func `members follow each other, and zeros behind the last are padding`() throws {
    // A line may begin in one member and end in another; a member may be empty.
    let parts = [header + "2026-11-22,", "", "1\n2026-11-22,2", "\n2026-11-23,4"]
    let members = parts.map { gzipped($0) }

    let padding = [UInt8](repeating: 0, count: 512)

    let points = try reading([Array(members.joined()) + padding], as: csv).points

    #expect(points.map(\.counts.prompt) == [3, 4])
  }

  @Test func `lines come out whole whatever the size of the blocks`() throws {
    let lines = (1...2000).map { "line \($0) " + String(repeating: "x", count: $0 % 97) }
    var bytes = gzipped(lines[..<900].joined(separator: "\n") + "\n")
    bytes += gzipped(lines[900...].joined(separator: "\n"))
    try withFiles(["a": bytes]) { folder in
      for blockSize in [64, 1000, 1 << 18] {
        var reader = try LineReader(path: folder + "/a", padding: 64, blockSize: blockSize)
        var read: [String] = []
        while let line = try reader.next() { read.append(String(decoding: line, as: UTF8.self)) }

        #expect(read == lines)
        #expect(reader.bytesRead == Int64(bytes.count))
      }
    }
  }

  @Test func `a file that is cut off anywhere is refused`() {
    var whole = gzipped(header + "2026-11-22,1\n")
    let firstMember = whole.count
    whole += gzipped("2026-11-22,2\n")

    for count in 2..<whole.count where count != firstMember {
      #expect(
        message(Array(whole[..<count]), as: csv) == """
          the gzip file '1.txt' is cut off
            fix: copy or export it again
          """, "cut off behind \(count) bytes")
    }
  }

  @Test func `a bit that was turned over is never read as other usage`() throws {
    let text = header + (1...40).map { "2026-11-\($0 % 9 + 10),\($0)\n" }.joined()
    let whole = gzipped(text)
    let points = try reading([text], as: csv).points

    for bit in 16..<(whole.count * 8) {
      var damaged = whole
      damaged[bit / 8] ^= 1 << (bit % 8)
      guard let read = try? reading([damaged], as: csv).points else { continue }
      #expect(read == points, "bit \(bit)")
    }
  }

  @Test(arguments: damagedFiles)
  func `a damaged file is refused`(bytes: [UInt8], told: String) {
    #expect(message(bytes, as: csv) == told + "\n  fix: copy or export it again")
  }

  @Test func `a file that expands without end is refused`() {
    let lines = [UInt8](repeating: 0x0A, count: 1 << 26)

    #expect(
      message(gzipped(lines), as: csv) == """
        the gzip file '1.txt' expands to more than 500 times its size
          fix: check what it is; if it holds metrics, expand it first
        """)
  }

  @Test func `a line that expands to more than 16 MiB is refused`() {
    let line = [UInt8](repeating: 0x20, count: 1 << 26)

    #expect(
      message(gzipped(line), as: csv) == """
        this line is longer than 16 MiB
            → 1.txt:1
              \(String(repeating: " ", count: 80))…
          fix: give a file with one record a line
        """)
  }

  @Test func `a copy is found whichever of the two is compressed`() throws {
    let text = header + "2026-11-22,1\n"
    for (first, second) in [
      (Array(text.utf8), gzipped(text)), (gzipped(text), Array(text.utf8)),
      (gzipped(text, level: 1), gzipped(text, level: 9)),
    ] {
      #expect(throws: IngestionError.self) { try reading([first, second], as: csv) }
    }
    let other = header + "2026-11-22,2\n"
    #expect(
      try reading([gzipped(text), gzipped(other)], as: csv).points.map(\.counts.prompt) == [3])
    #expect(try reading([gzipped(header), Array(header.utf8)], as: csv).points == [])
  }
}

private let damagedFiles: [(bytes: [UInt8], told: String)] = {
  let whole = gzipped(header)
  let otherChecksum: [UInt8] = Array(whole.dropLast(5)) + [1, 2, 3, 4, 5]
  let rest: [UInt8] = Array("rest".utf8)
  let damaged = "the gzip file '1.txt' is damaged: "
  return [
    (otherChecksum, damaged + "incorrect data check"),
    (whole + rest, damaged + "something else follows the compressed data"),
    (whole + [0, 0, 7], damaged + "something else follows the compressed data"),
    ([0x1F, 0x8B, 9, 9, 9, 9], damaged + "unknown compression method"),
  ]
}()
