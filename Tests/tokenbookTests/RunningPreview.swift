import Foundation
import Testing

/// `tokenbook preview` while it runs.
final class RunningPreview {
  private let process = Process()
  /// What it says, and its temporary folders.
  private let scratch: TemporaryFolder
  let port: UInt16

  /// Starts it at a port that is free, and waits until it says which.
  init(of folder: TemporaryFolder, _ options: [String] = []) throws {
    scratch = try TemporaryFolder()
    for file in ["output", "errors", "temporary/none"] { try scratch.write("", to: file) }
    process.executableURL = URL(filePath: Executable.path)
    process.arguments = ["preview", "--port", "0"] + options
    process.currentDirectoryURL = folder.url
    process.environment = ["TMPDIR": scratch.path + "/temporary"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "errors"))
    try process.run()
    let said = scratch
    let address = try soon("the line with the address") {
      try said.read("output").firstMatch(of: #/http://127\.0\.0\.1:(\d+)/ /#)
    }
    port = try #require(UInt16(address.output.1))
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// What it has said so far.
  var lines: [String] {
    get throws { try scratch.read("output").split(separator: "\n").map(String.init) }
  }

  var errors: String {
    get throws { try scratch.read("errors") }
  }

  /// What it keeps while it runs, and should not leave.
  var scratchFolders: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/temporary")
        .filter { $0 != "none" }
    }
  }

  /// Presses Ctrl-C.
  /// - Returns: The exit code.
  func interrupt() throws -> Int32 {
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    try #require(process.terminationReason == .exit)
    return process.terminationStatus
  }

  /// Asks for a page, as a browser that keeps no connection.
  func get(_ target: String) throws -> String {
    try exchanged(
      atPort: port, "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
    )
  }

  func status(_ target: String) throws -> Int? {
    status(of: try get(target))
  }

  /// Asks until the answer has this status.
  @discardableResult
  func awaits(_ status: Int, at target: String) throws -> String {
    try soon("\(status) at \(target)") {
      let answer = try get(target)
      return self.status(of: answer) == status ? answer : nil
    }
  }

  private func status(of answer: String) -> Int? {
    Int(answer.dropFirst("HTTP/1.1 ".count).prefix(3))
  }
}

/// Looks again and again until `found` finds something: another process needs its time.
@discardableResult
func soon<Found>(_ what: String, _ found: () throws -> Found?) throws -> Found {
  let clock = ContinuousClock()
  let end = clock.now + .seconds(60)
  while clock.now < end {
    if let found = try found() { return found }
    usleep(20_000)
  }
  throw NeverFound(what: what)
}

struct NeverFound: Error {
  let what: String
}
