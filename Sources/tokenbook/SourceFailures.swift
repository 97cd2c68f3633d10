import ArgumentParser

/// What went wrong with some of several sources: each stands for itself.
struct SourceFailures {
  private let console: Console
  private let sourceCount: Int
  private var failures: [any Error] = []
  /// Something was done that a person should look at.
  var needsPerson = false

  init(of sourceCount: Int, console: Console) {
    self.sourceCount = sourceCount
    self.console = console
  }

  /// Of several sources, each failure is said where it happens.
  mutating func add(_ error: any Error) {
    failures.append(error)
    if sourceCount > 1 { console.error(errorMessage(for: error)) }
  }

  /// - Throws: The only source's failure, or the exit code for those of several.
  func finish() throws {
    guard let first = failures.first else {
      if needsPerson { throw ExitCode(1) }
      return
    }
    if sourceCount == 1 { throw first }
    throw ExitCode(failures.count == sourceCount ? tokenbookExitCode(for: first) : 1)
  }
}
