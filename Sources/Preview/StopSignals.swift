import Glibc

/// What ends a preview: Ctrl-C, `kill`, a closed terminal.
///
/// The signals wait until they are asked for, so that the program ends where it can tidy up.
package struct StopSignals {
  private let signals: sigset_t

  /// Has to come before the first thread, which would take a signal without telling anybody.
  package init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    self.signals = signals
  }

  /// Whether one has come that nobody took.
  package var isPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return [SIGINT, SIGTERM, SIGHUP].contains { sigismember(&pending, $0) == 1 }
  }

  /// Waits for one.
  /// - Returns: false where none came in that time.
  package func arrive(withinMilliseconds milliseconds: Int) -> Bool {
    var signals = signals
    var time = timespec(
      tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    return sigtimedwait(&signals, nil, &time) > 0
  }
}
