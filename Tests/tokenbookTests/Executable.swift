import Foundation
import Testing

/// The real executable, as a person runs it.
enum Executable {
  /// Beside the test bundle, where SwiftPM puts every product of the same build.
  static let path: String = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appending(path: "tokenbook").path
  }()

  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs `tokenbook` and waits for its end.
  @discardableResult
  static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(program: path, arguments, in: folder, environment: environment)
  }

  /// Runs any program without a terminal; what the tests' own shell has set is no part of it.
  static func run(
    program: String, _ arguments: [String], in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = inheritedEnvironment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a full pipe would stop the child, and nothing here reads while it runs.
    let scratch = try TemporaryFolder()
    for file in ["output", "errors"] { try scratch.write("", to: file) }
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "errors"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: try scratch.read("output"), errors: try scratch.read("errors"))
  }

  private static let inheritedEnvironment = ProcessInfo.processInfo.environment.filter {
    ![
      "TZ", "LANG", "LC_ALL", "LANGUAGE", "COLUMNS", "SWIFT_DETERMINISTIC_HASHING",
      "TOKENBOOK_PSEUDONYM_KEY",
    ].contains($0.key)
  }
}
