import Foundation
import UsageModel

@testable import Ingestion

/// What reading gave: all batches together, with their points in the order received.
struct Reading {
  var points: [UsagePoint] = []
  var others: [OtherPoint] = []
  var batchSizes: [Int] = []
  var progress: [ReadProgress] = []
  var receipt = UsageReceipt()
}

/// Writes files into a new folder, removed afterwards. Keys are paths below it.
@discardableResult
func withFiles<Result>(
  _ files: [String: String], _ body: (_ folder: String) throws -> Result
) throws -> Result {
  try withFiles(files.mapValues { Array($0.utf8) }, body)
}

@discardableResult
func withFiles<Result>(
  _ files: [String: [UInt8]], _ body: (_ folder: String) throws -> Result
) throws -> Result {
  let folder = try madeFolder(files)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

private func madeFolder(_ files: [String: [UInt8]]) throws -> String {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "tokenbook-" + UUID().uuidString)
  for (path, bytes) in files {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
  return folder.path
}

/// Reads files, given in order, as one answer.
func reading(
  _ contents: [String], as format: SourceFormat = .azureMonitorExport(.recommended),
  zone: String = "UTC", groupLimit: Int = 1000, seen: consuming SeenItems = SeenItems()
) throws -> Reading {
  try reading(
    contents.map { Array($0.utf8) }, as: format, zone: zone, groupLimit: groupLimit, seen: seen)
}

func reading(
  _ contents: [[UInt8]], as format: SourceFormat, zone: String = "UTC", groupLimit: Int = 1000,
  seen: consuming SeenItems = SeenItems()
) throws -> Reading {
  let names = contents.indices.map { "\($0 + 1).txt" }
  let folder = try madeFolder(Dictionary(uniqueKeysWithValues: zip(names, contents)))
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let files = names.map { folder + "/" + $0 }
  var reading = Reading()
  var usage = UsageReading(files: files, groupLimit: groupLimit)
  reading.receipt = try usage.read(
    format, files: files, calendar: try calendar(zone), seen: seen,
    progress: { reading.progress.append($0) },
    receive: { batch in
      reading.points += batch.points
      reading.others += batch.others
      reading.batchSizes.append(batch.points.count + batch.others.count)
    })
  // The folder is called otherwise every time.
  reading.receipt.pathsRead = []
  return reading
}

/// What a person is told: the problem, its place and the remedy. File names stand without folder.
func message(_ contents: [UInt8], as format: SourceFormat) -> String {
  do {
    _ = try reading([contents], as: format)
    return "no error"
  } catch let error as IngestionError {
    return message(error)
  } catch {
    return "\(error)"
  }
}

func message(_ error: IngestionError) -> String {
  let text = "\(error.errorDescription ?? "")\n  fix: \(error.recoverySuggestion ?? "")"
  return text.replacing(/[^ ']*tokenbook-[-0-9A-F]*\/?/, with: "")
}

func calendar(_ zone: String) throws -> LocalCalendar {
  guard let calendar = LocalCalendar(identifier: zone) else { throw NoSuchZone(name: zone) }
  return calendar
}

struct NoSuchZone: Error {
  let name: String
}

func day(_ text: String) -> CalendarDay { CalendarDay(text)! }
func month(_ text: String) -> CalendarMonth { CalendarMonth(text)! }

/// Ticks of `seconds` after a UTC midnight.
func moment(_ day: String, seconds: Int64 = 0) -> Timestamp {
  let days = Int64(CalendarDay(day)!.daysSince1970)
  return Timestamp(ticks: (days * 86_400 + seconds) * Timestamp.ticksPerSecond)
}

func bytes<Result>(_ text: String, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
  -> Result
{
  try Array(text.utf8).withUnsafeBytes(body)
}

/// Known, so that a failing property test can be repeated from its seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
