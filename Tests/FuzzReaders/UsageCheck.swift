import Ingestion
import UsageModel

/// What must be so of every reader of usage, whatever a file holds.
struct UsageCheck: Sendable {
  let format: SourceFormat
  /// The same usage as the reader's own format writes it, plainly.
  let write: @Sendable (UsageTotals) -> String
  /// Whether a line of the input is none of what is read.
  var isCompressed = false

  func verdict(_ input: [UInt8], _ work: WorkFolder) throws -> FuzzedReader.Verdict {
    let file = work.path + "/input"
    do {
      let reading = try totals(of: file)
      try checkBalance(reading)
      try checkAgain(reading, work)
      return .accepted
    } catch let error as IngestionError {
      try checkRefusal(error, of: input, file)
      if !isCompressed { try checkSkipping(input, file, work) }
      return .refused
    }
  }

  /// The sums of the points are those of the ledger.
  private func checkBalance(_ reading: UsageTotals) throws {
    let ledger = reading.receipt.days.values.reduce(Int128(0)) { $0 + Int128($1.tokens) }
    try require(reading.tokens == ledger, "\(reading.tokens) tokens, \(ledger) in the ledger")
  }

  /// What was accepted, written plainly, is read as the same.
  private func checkAgain(_ reading: UsageTotals, _ work: WorkFolder) throws {
    let file = try work.write(Array(write(reading).utf8), to: "again")
    let again = try totals(of: file)
    try require(again.sums == reading.sums, "written plainly, other sums are read")
  }

  private func checkRefusal(_ error: IngestionError, of input: [UInt8], _ file: String) throws {
    let message = error.errorDescription ?? ""
    try require(!message.isEmpty && error.recoverySuggestion?.isEmpty == false, "no message")
    try require(
      message.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "a control character")
    if case .gzip(_, file) = error { return try require(isCompressed, "\(error)") }
    guard case .record(let problem, let place) = error else {
      return try require(error == .emptyFile(file), "\(error)")
    }
    let lineCount = input.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let isPlace = isCompressed ? place.line > 0 : (1...lineCount).contains(place.line)
    try require(place.file == file && isPlace, "\(place)")
    try require(place.excerpt.unicodeScalars.count <= 81, "a long excerpt")
    try require(!problem.kind.isEmpty, "no kind")
  }

  /// Reading on behind bad lines gives what the file without these lines gives.
  private func checkSkipping(_ input: [UInt8], _ file: String, _ work: WorkFolder) throws {
    var badLines: [Int] = []
    let reading: UsageTotals
    do {
      reading = try totals(of: file) { badLines.append($1.line) }
    } catch let error as IngestionError {
      return try checkRefusal(error, of: input, file)
    }
    try require(!badLines.isEmpty, "nothing was refused")
    try require(zip(badLines, badLines.dropFirst()).allSatisfy { $0 < $1 }, "\(badLines)")
    let counted = reading.receipt.skipped.reduce(0) { $0 + $1.count }
    try require(counted == badLines.count, "\(counted) skipped, \(badLines.count) told")
    let bad = Set(badLines)
    let good = input.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { !bad.contains($0.offset + 1) }.map(\.element)
    let other = try work.write(Array(good.joined(separator: [0x0A])), to: "good")
    let expected = try totals(of: other)
    try require(reading.sums == expected.sums, "skipping \(badLines), other sums are read")
    try require(
      reading.receipt.days == expected.receipt.days, "skipping \(badLines), another ledger")
  }

  private func totals(
    of file: String, skipBadLine: ((RecordProblem, RecordPlace) -> Void)? = nil
  ) throws -> UsageTotals {
    let source = UsageSource(name: "fuzzed", paths: [file], format: format)
    var totals = UsageTotals()
    totals.receipt = try readUsage(
      of: source, files: [file], calendar: berlin,
      acceptedDays: plausibleDays(today: CalendarDay(daysSince1970: 20_780)),
      skipBadLine: skipBadLine, progress: { _ in }, receive: { totals.add($0) })
    return totals
  }
}

private let berlin = LocalCalendar(identifier: "Europe/Berlin")!
