import Foundation

/// Where a command speaks: results on standard output, everything else on standard error.
struct Console: Sendable {
  enum Level: Sendable {
    case errorsOnly, results, steps
  }

  let level: Level

  /// What the person asked for.
  func print(_ text: String) {
    guard level != .errorsOnly else { return }
    write(text + "\n", to: .standardOutput)
  }

  /// Something worth knowing that is no result.
  func note(_ text: String) {
    guard level != .errorsOnly else { return }
    write(text + "\n", to: .standardError)
  }

  /// A step, for those who want to follow.
  func step(_ text: String) {
    guard level == .steps else { return }
    write(text + "\n", to: .standardError)
  }

  func error(_ text: String) {
    write(text + "\n", to: .standardError)
  }

  private func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone away (a closed pipe) is no reason to fail.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
