import Foundation

/// What a command printed and how it ended. Its output may be a token, so it is never printed.
struct CommandOutcome: Sendable {
  /// What a shell gives where there is no such command.
  static let notFound: Int32 = 127

  let exitCode: Int32
  let output: [UInt8]
  let complaints: String
}

extension CommandOutcome: CustomStringConvertible, CustomReflectable {
  var description: String { "a command that ended with \(exitCode)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// Runs a command that is found in `PATH`, for at most a minute, without a shell.
func runCommand(_ arguments: [String]) async throws -> CommandOutcome {
  let process = Process()
  let output = Pipe()
  let complaints = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = complaints
  try process.run()
  let limit = Task {
    try await Task.sleep(for: .seconds(60))
    process.terminate()
  }
  // Both at once: a command that fills one pipe while the other is read would wait for ever.
  async let printed = bytes(of: output.fileHandleForReading)
  async let complained = bytes(of: complaints.fileHandleForReading)
  let outcome = await (printed, complained)
  process.waitUntilExit()
  limit.cancel()
  return CommandOutcome(
    exitCode: process.terminationStatus, output: outcome.0,
    complaints: String(decoding: outcome.1, as: UTF8.self))
}

private func bytes(of handle: FileHandle) async -> [UInt8] {
  await withCheckedContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(returning: bytesToEnd(of: handle)) }
  }
}

/// `FileHandle` stops the program where a signal interrupts its reading.
private func bytesToEnd(of handle: FileHandle) -> [UInt8] {
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(handle.fileDescriptor, &piece, piece.count)
    if count > 0 { bytes += piece[..<count] }
    if count == 0 || count < 0 && errno != EINTR { return bytes }
  }
}
