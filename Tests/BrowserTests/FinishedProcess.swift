import Foundation

struct FinishedProcess {
  let status: Int32
  let output: String
  let errors: String
}

/// Runs a program to its end.
func finished(_ program: URL, _ arguments: [String]) throws -> FinishedProcess {
  let scratch = try scratchFolder()
  // Files, not pipes: a full pipe would stop the program, and nothing here reads while it runs.
  let files = try ["output", "errors"].map { name in
    let file = scratch.appending(path: name)
    try Data().write(to: file)
    return file
  }
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: files[0])
  process.standardError = try FileHandle(forWritingTo: files[1])
  try process.run()
  process.waitUntilExit()
  let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  return FinishedProcess(status: process.terminationStatus, output: texts[0], errors: texts[1])
}

/// A new folder, removed when the tests end.
func scratchFolder() throws -> URL {
  let folder = scratchRoot.appending(path: UUID().uuidString, directoryHint: .isDirectory)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

private let scratchRoot: URL = {
  atexit { try? FileManager.default.removeItem(at: scratchRoot) }
  return FileManager.default.temporaryDirectory
    .appending(path: "tokenbook-browser-tests-\(getpid())", directoryHint: .isDirectory)
}()
