import Foundation

/// The program that gives readers mutated files: one of its own, which may crash.
enum FuzzReaders {
  struct Outcome: CustomStringConvertible {
    /// 128 and the signal where it was ended by one; 142 is the alarm of an input that hangs.
    let status: Int32
    let output: String
    /// What it ended at, where it did not end well.
    var inputKept: URL?

    var description: String {
      "status \(status)\n\(output)" + (inputKept.map { "the input is \($0.path)" } ?? "")
    }
  }

  static func run(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "FuzzReaders")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: text, as: UTF8.self))
  }
}
