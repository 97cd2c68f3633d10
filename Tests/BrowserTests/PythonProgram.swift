import Foundation

/// A program in `Programs/`, run by the Python of the tests' own virtual environment.
///
/// It gets the folder of a site and prints one finding a line.
struct PythonProgram {
  let name: String

  /// The lines it prints.
  func findings(in site: URL) throws -> [String] {
    guard FileManager.default.isExecutableFile(atPath: Self.python.path) else {
      throw BrowserTestError.noEnvironment(path: Self.python.path)
    }
    let outcome = try finished(
      Self.python, ["-B", Self.folder.appending(path: name + ".py").path, site.path])
    guard outcome.status == 0 else {
      throw BrowserTestError.failed(program: name, words: outcome.errors)
    }
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "Programs")

  private static let python = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".build/browser-tests/bin/python")
}

enum BrowserTestError: Error, CustomStringConvertible {
  /// The Python packages of these tests are not installed.
  case noEnvironment(path: String)
  case failed(program: String, words: String)

  var description: String {
    switch self {
    case .noEnvironment(let path):
      "the browser tests need '\(path)'\n  fix: type make test"
    case .failed(let program, let words):
      "'\(program)' ended with an error:\n\(words)"
    }
  }
}
