import SourceText

/// A text of a file and where it stands: a cell of a table or a value of `tokenbook.yml`.
struct Located {
  let text: String
  let position: SourcePosition
  let file: SourceFile

  func mistake(_ message: String, remedy: String) -> Diagnostic {
    Diagnostic(message, in: file, at: position, remedy: remedy)
  }
}

extension Located {
  /// Line breaks and other control characters would break lines, tables and terminals later on.
  /// - Parameter name: The key or column it is the value of.
  func controlCharacterMistake(name: String) -> Diagnostic? {
    let control = text.unicodeScalars.first { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    guard let control else { return nil }
    let digits = String(control.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return mistake(
      "control character U+\(code) in '\(name)'", remedy: "remove it: \(quoted(text))")
  }
}
