import Foundation

/// Asks for what `init` was not told, on a terminal only.
struct Answers {
  private let isTerminal: Bool

  init() {
    isTerminal = isatty(STDIN_FILENO) == 1
  }

  /// - Returns: `given`, or the typed answer, or `standard` for an empty one.
  /// - Throws: ``CommandError/answerNeeded(option:)`` where nobody can be asked.
  func text(
    _ question: String, option: String, given: String?, standard: String
  ) throws(CommandError) -> String {
    if let given { return given }
    guard isTerminal else { throw .answerNeeded(option: option) }
    let prompt = "\(question) [\(standard)]: "
    try? FileHandle.standardError.write(contentsOf: Data(prompt.utf8))
    let answer = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
    return answer.isEmpty ? standard : answer
  }
}
