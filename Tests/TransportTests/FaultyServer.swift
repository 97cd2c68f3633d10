import Foundation
import Testing

@testable import Transport

/// A program of `faulty_server.py`. It ends with the tests.
struct FaultyServer: Sendable {
  /// HTTP without TLS, for all tests that do not look at what it was asked.
  static let plain = FaultyServer(["serve"])
  static let secure = FaultyServer(certificate: "good")

  let said: String
  private let running: Running

  init(_ arguments: [String]) {
    running = Running(arguments)
    said = running.firstLine
  }

  init(certificate name: String) {
    self.init(["serve", Certificates.file(name + ".pem"), Certificates.file(name + ".key")])
  }

  var port: Int { Int(said)! }

  func plain(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

  func secure(_ path: String) -> String { "https://localhost:\(port)/\(path)" }

  /// The paths this server was asked for so far, or a proxy's targets.
  func asked() async throws -> [String] {
    let answer = try await get(plain("asked"))
    return try JSONDecoder().decode([String].self, from: Data(answer.body))
  }
}

/// Certificates that are made when a test first wants one, and removed with the last.
enum Certificates {
  private static let program = FaultyServer(["certificates"])

  static func file(_ name: String) -> String { program.said + "/" + name }
}

private final class Running: Sendable {
  let firstLine: String
  private let input = Pipe()
  private let process = Process()

  init(_ arguments: [String]) {
    let program = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Programs/faulty_server.py")
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", program.path] + arguments
    process.standardInput = input
    process.standardOutput = output
    do { try process.run() } catch { Issue.record("python3 does not run: \(error)") }
    var line: [UInt8] = []
    while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
      line.append(byte)
    }
    firstLine = String(decoding: line, as: UTF8.self)
  }
}
