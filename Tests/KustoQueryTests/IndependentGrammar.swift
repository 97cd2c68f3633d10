import Foundation

/// `Programs/parse_kql.py`, run by the Python of the tests' own virtual environment.
enum IndependentGrammar {
  /// For each query what the grammar does not understand.
  static func errors(in queries: [String]) throws -> [[String]] {
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw IndependentGrammarError.noEnvironment(path: python.path)
    }
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "tokenbook-kql-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: a full pipe would stop the program, and nothing here reads while it runs.
    let input = scratch.appending(path: "queries.json")
    let output = scratch.appending(path: "errors.json")
    let words = scratch.appending(path: "words.txt")
    try JSONEncoder().encode(queries).write(to: input)
    try Data().write(to: output)
    try Data().write(to: words)
    let process = Process()
    process.executableURL = python
    process.arguments = ["-B", program.path]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: words)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw IndependentGrammarError.failed(
        words: String(decoding: try Data(contentsOf: words), as: UTF8.self))
    }
    return try JSONDecoder().decode([[String]].self, from: Data(contentsOf: output))
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()

  private static let program = folder.appending(path: "Programs/parse_kql.py")

  private static let python = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".build/service-tests/bin/python")
}

enum IndependentGrammarError: Error, CustomStringConvertible {
  /// The Python packages of these tests are not installed.
  case noEnvironment(path: String)
  case failed(words: String)

  var description: String {
    switch self {
    case .noEnvironment(let path):
      "the grammar tests need '\(path)'\n  fix: type make test"
    case .failed(let words):
      "'parse_kql.py' ended with an error:\n\(words)"
    }
  }
}
