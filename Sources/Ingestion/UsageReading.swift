import CSimdjson
import Foundation
import UsageModel

/// Reads all `files` as one answer, grouped by series, local day and UTC month.
///
/// - Parameters:
///   - plan: What of the files is needed; nil is all.
///   - calendar: What a day is.
///   - acceptedDays: A record of another day is refused.
///   - skipBadLine: Told of every line that is left out because it cannot be read; nil refuses the
///     first.
///   - progress: Called about once per megabyte and at the end of every file.
///   - receive: Gets the points in pieces; a series and day may come in several.
/// - Returns: What the answer held of each day.
/// - Throws: ``IngestionError``, or what `receive` throws. What `receive` got before is then no
///   answer.
package func readUsage(
  of source: UsageSource, files: [String], plan: ReadingPlan? = nil, calendar: LocalCalendar,
  acceptedDays: ClosedRange<CalendarDay> = anyDay,
  skipBadLine: ((RecordProblem, RecordPlace) -> Void)? = nil,
  progress: (ReadProgress) -> Void, receive: (UsageBatch) throws -> Void
) throws -> UsageReceipt {
  let files = files.filter { plan?.mayCount($0) ?? true }
  var reading = UsageReading(
    files: files, groupLimit: 300_000, plan: plan, acceptedDays: acceptedDays,
    skipBadLine: skipBadLine)
  return try reading.read(
    source.format, files: files, calendar: calendar, progress: progress, receive: receive)
}

struct UsageReading {
  private var answer: UsageAnswer
  private var progress: ReadProgress
  /// Of the files read, expanded.
  private var contentSizes: [String: Int64] = [:]

  private let plan: ReadingPlan?
  private var pathsRead: [String] = []
  private var readFiles: [ReadFile] = []
  private var settledDays: [CalendarDay] = []
  /// Of files that were left out.
  private var ignoredBefore: [String: Int64] = [:]
  private var skipped: [SkippedLines] = []
  private let skipBadLine: ((RecordProblem, RecordPlace) -> Void)?

  /// - Parameter groupLimit: Groups kept in memory before they are handed on.
  init(
    files: [String], groupLimit: Int, plan: ReadingPlan? = nil,
    acceptedDays: ClosedRange<CalendarDay> = anyDay,
    skipBadLine: ((RecordProblem, RecordPlace) -> Void)? = nil
  ) {
    self.plan = plan
    answer = UsageAnswer(groupLimit: groupLimit, since: plan?.since, acceptedDays: acceptedDays)
    self.skipBadLine = skipBadLine
    progress = ReadProgress(
      bytesRead: 0, totalBytes: files.reduce(0) { $0 + fileSize($1) }, records: 0)
  }

  mutating func read(
    _ format: SourceFormat, files: [String], calendar: LocalCalendar,
    seen: consuming SeenItems = SeenItems(), progress report: (ReadProgress) -> Void,
    receive: (UsageBatch) throws -> Void
  ) throws -> UsageReceipt {
    switch format {
    case .azureMonitorExport(let dimensions):
      var export = try AzureMonitorExport(dimensions, calendar: calendar, seen: seen)
      try read(files, of: format, as: &export, calendar, report, receive)
    case .csv(let mapping):
      var sameFiles = try SameFiles(among: files)
      var rows = try CSVUsage(mapping, calendar: calendar)
      try read(files, of: format, as: &rows, calendar, report, receive)
      try sameFiles.check(contents: contentSizes)
    case .liteLLMDailySpend(let mapping):
      var sameFiles = try SameFiles(among: files)
      var rows = LiteLLMDailySpend(mapping)
      try read(files, of: format, as: &rows, calendar, report, receive)
      try sameFiles.check(contents: contentSizes)
    case .openTelemetry(let dimensions):
      var metrics = try OTLPMetrics(dimensions, calendar: calendar)
      try read(files, of: format, as: &metrics, calendar, report, receive)
    case .openAIUsage(let mapping):
      var pages = try UsageReport(.openAI, mapping, calendar: calendar)
      try read(files, of: format, as: &pages, calendar, report, receive)
    case .anthropicUsage(let mapping):
      var pages = try UsageReport(.anthropic, mapping, calendar: calendar)
      try read(files, of: format, as: &pages, calendar, report, receive)
    }
    try answer.flush(to: receive)
    var receipt = answer.receipt
    receipt.files = readFiles
    receipt.settledDays = settledDays
    receipt.ignoredMetrics.merge(ignoredBefore) { $0 + $1 }
    receipt.skipped = skipped
    receipt.pathsRead = pathsRead
    return receipt
  }

  private mutating func read<Format: RecordFormat & ~Copyable>(
    _ files: [String], of source: SourceFormat, as format: inout Format,
    _ calendar: LocalCalendar, _ report: (ReadProgress) -> Void,
    _ receive: (UsageBatch) throws -> Void
  ) throws {
    guard let plan else {
      for file in files { try read(file, as: &format, report, receive) }
      return
    }
    let planned = PlannedReading(plan, files: files, format: source, calendar: calendar)
    var changedDays: Set<CalendarDay> = []
    for file in planned.changed {
      try read(file.path, file.version, readAt: plan.now, as: &format, report, receive)
      changedDays.formUnion(answer.selection.daysOfFile)
    }
    let again = planned.daysToReadAgain(changedDays: changedDays)
    answer.selection.only = again
    for file in planned.filesToReadAgain(for: again) {
      try read(file.path, file.version, readAt: plan.now, as: &format, report, receive)
    }
    for (path, file) in planned.filesLeftOut(besides: again) {
      progress.bytesRead += fileSize(path)
      ignoredBefore.merge(file.ignoredMetrics) { $0 + $1 }
    }
    settledDays = planned.settledDays(besides: again)
  }

  /// Reads a file and remembers what it holds.
  private mutating func read<Format: RecordFormat & ~Copyable>(
    _ file: String, _ version: FileVersion?, readAt: Int64, as format: inout Format,
    _ report: (ReadProgress) -> Void, _ receive: (UsageBatch) throws -> Void
  ) throws {
    let (before, skippedBefore) = (answer.ignoredMetrics, skipped.count)
    try read(file, as: &format, report, receive)
    guard let version else { return }
    let ignored = answer.ignoredMetrics.merging(before) { $0 - $1 }.filter { $0.value > 0 }
    readFiles.append(
      ReadFile(
        version: version,
        // Lines that were left out are to be looked at again.
        readAt: skipped.count == skippedBefore ? readAt : 0,
        days: answer.selection.daysOfFile.sorted(),
        ignoredMetrics: ignored))
  }

  private mutating func read<Format: RecordFormat & ~Copyable>(
    _ file: String, as format: inout Format, _ report: (ReadProgress) -> Void,
    _ receive: (UsageBatch) throws -> Void
  ) throws {
    let version = FileState(file)
    var reader = try LineReader(path: file, padding: MetricRecordPadding)
    let bytesBefore = progress.bytesRead
    var tally = SkippedTally()
    format.beginFile()
    answer.selection.beginFile()
    var isAtEnd = false
    while !isAtEnd {
      do {
        try readRecords(&reader, as: &format, bytesBefore, report, receive)
        isAtEnd = true
      } catch IngestionError.record(let problem, let place) {
        guard let skipBadLine, problem.isOfOneLine, !format.expectsHeader,
          !Format.bracketsJoinLines
        else {
          // Half a change looks like a fault of the file's.
          if FileState(file) != version { throw IngestionError.changedWhileRead(file) }
          throw IngestionError.record(problem, place)
        }
        tally.add(problem, line: place.line)
        skipBadLine(problem, place)
        try reader.goOnBehindFirstLine()
      }
    }
    try format.endFile(file)
    if FileState(file) != version { throw IngestionError.changedWhileRead(file) }
    pathsRead.append(file)
    skipped += tally.lines(of: file, days: answer.selection.firstToLastOfFile)
    contentSizes[file] = reader.contentBytes
    progress.bytesRead = bytesBefore + reader.bytesRead
    report(progress)
  }

  private mutating func readRecords<Format: RecordFormat & ~Copyable>(
    _ reader: inout LineReader, as format: inout Format, _ bytesBefore: Int64,
    _ report: (ReadProgress) -> Void, _ receive: (UsageBatch) throws -> Void
  ) throws {
    while let record = try reader.next(
      quotesJoinLines: Format.quotesJoinLines, bracketsJoinLines: Format.bracketsJoinLines,
      length: format.lengthOfNextLine(in: reader.unread))
    {
      if record.allSatisfy(isBlank) { continue }
      do throws(RecordProblem) {
        if try format.read(record, into: &answer) { progress.records += 1 }
      } catch .idsNotKept(let path, let reason) {
        throw IngestionError.idsNotKept(path: path, reason: reason)
      } catch {
        throw IngestionError.record(error, reader.place(of: record))
      }
      if answer.groups.isFull { try answer.flush(to: receive) }
      if bytesBefore + reader.bytesRead > progress.bytesRead {
        // The first block is there from the start: it is reported with its first record.
        progress.bytesRead = bytesBefore + reader.bytesRead
        report(progress)
      }
    }
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
