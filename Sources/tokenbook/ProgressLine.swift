import Foundation

/// One line on a terminal that says how far long work has come; silent elsewhere.
struct ProgressLine {
  private let isShown: Bool
  private var lastShown: ContinuousClock.Instant?

  init(console: Console) {
    isShown = console.level != .errorsOnly && isatty(STDERR_FILENO) == 1
  }

  /// Shows `text` in place of what was there, at most ten times a second.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    write("\r\u{1B}[K" + text())
  }

  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
