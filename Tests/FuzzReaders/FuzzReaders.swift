import Foundation
import SeededCases

/// Gives one reader mutated files for a while and holds every answer against what must be so.
///
///     FuzzReaders list
///     FuzzReaders run READER CORPUS-FOLDER WORK-FOLDER SEED SECONDS
///     FuzzReaders check READER FILE WORK-FOLDER
///
/// Ends with 0 where all was well. Where not, the input is `WORK-FOLDER/input`, also where the reader
/// crashed or ran into the alarm.
@main
struct FuzzReaders {
  /// Seconds that one input may take; a reader does each in milliseconds.
  static let mostSeconds: UInt32 = 60
  static let mostMemory = 256 << 20

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "list" where arguments.count == 1:
      print(fuzzedReaders.map(\.name).joined(separator: "\n"))
    case "run" where arguments.count == 6:
      let corpus = try Corpus(folder: arguments[2])
      try FuzzRun(
        reader: reader(arguments[1]), corpus: corpus, work: WorkFolder(path: arguments[3]),
        seed: UInt64(arguments[4]) ?? 0
      ).run(seconds: Double(arguments[5]) ?? 1)
    case "check" where arguments.count == 4:
      let input = Array(try Data(contentsOf: URL(filePath: arguments[2])))
      let verdict = try reader(arguments[1]).check(input, WorkFolder(path: arguments[3]))
      print(verdict)
    default:
      print(
        "usage: FuzzReaders list | run READER CORPUS WORK SEED SECONDS | check READER FILE WORK")
      exit(64)
    }
  }

  private static func reader(_ name: String) throws -> FuzzedReader {
    guard let reader = (fuzzedReaders + [plantedFault]).first(where: { $0.name == name }) else {
      throw Violation("no reader is called '\(name)'")
    }
    return reader
  }
}
