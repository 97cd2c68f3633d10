import CSimdjson
import Foundation
import UsageModel

/// Reads all `files` as one answer, grouped by series, local day and UTC month.
///
/// - Parameters:
///   - calendar: What a day is.
///   - progress: Called about once per megabyte and at the end of every file.
///   - receive: Gets the points in pieces; a series and day may come in several.
/// - Returns: What the answer held of each day.
/// - Throws: ``IngestionError``, or what `receive` throws. What `receive` got before is then no
///   answer.
package func readUsage(
  of source: UsageSource, files: [String], calendar: LocalCalendar,
  progress: (ReadProgress) -> Void, receive: (UsageBatch) throws -> Void
) throws -> UsageReceipt {
  var reading = UsageReading(files: files, groupLimit: 196_000)
  return try reading.read(
    source.format, files: files, calendar: calendar, progress: progress, receive: receive)
}

struct UsageReading {
  private var answer: UsageAnswer
  private var progress: ReadProgress

  /// - Parameter groupLimit: Groups kept in memory before they are handed on.
  init(files: [String], groupLimit: Int) {
    answer = UsageAnswer(groupLimit: groupLimit)
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
      for file in files { try read(file, as: &export, report, receive) }
    case .csv(let mapping):
      try refuseSameFiles(among: files)
      var rows = try CSVUsage(mapping, calendar: calendar)
      for file in files { try read(file, as: &rows, report, receive) }
    }
    try answer.flush(to: receive)
    return answer.receipt
  }

  private mutating func read<Format: RecordFormat & ~Copyable>(
    _ file: String, as format: inout Format, _ report: (ReadProgress) -> Void,
    _ receive: (UsageBatch) throws -> Void
  ) throws {
    var reader = try LineReader(path: file, padding: MetricRecordPadding)
    let bytesBefore = progress.bytesRead
    format.beginFile()
    while let record = try reader.next(quotesJoinLines: Format.quotesJoinLines) {
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
    try format.endFile(file)
    progress.bytesRead = bytesBefore + reader.bytesRead
    report(progress)
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
