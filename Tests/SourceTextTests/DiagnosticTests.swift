import SourceText
import Testing

@Suite struct DiagnosticTests {
  @Test func `a mistake shows the place, the line, a caret and the remedy`() {
    let file = SourceFile(name: "subscriptions.csv", text: "subscription,taem,name\n")
    let mistake = Diagnostic(
      "unknown column 'taem'", in: file, at: SourcePosition(line: 1, column: 14),
      remedy: suggestion(for: "taem", in: ["name", "subscription", "team"], of: "columns"))

    #expect(
      mistake.description == """
        error: unknown column 'taem'
            → subscriptions.csv:1:14
              subscription,taem,name
                           ^
          fix: did you mean 'team'? columns: name, subscription, team
        """)
  }

  @Test func `a mistake about the whole file has no line`() {
    let mistake = Diagnostic(
      "no header line", in: SourceFile(name: "rates.csv", text: ""), at: nil, remedy: "write one")

    #expect(
      mistake.description == """
        error: no header line
            → rates.csv
          fix: write one
        """)
  }

  @Test func `an empty line is not shown`() {
    let mistake = Diagnostic(
      "m", in: SourceFile(name: "f", text: "\n"), at: SourcePosition(line: 1, column: 1),
      remedy: "r")

    #expect(
      mistake.description == """
        error: m
            → f:1:1
          fix: r
        """)
  }

  @Test(arguments: [
    // Tabs are repeated, so both lines advance alike.
    ("a\tb", 3, "      a\tb\n       \t^"),
    // Wide characters take two cells.
    ("日本x", 3, "      日本x\n          ^"),
    // After the last character.
    ("ab", 3, "      ab\n        ^"),
    // Control characters cannot steer the terminal.
    ("a\u{1B}[2Jb", 6, "      a␛[2Jb\n           ^"),
    ("a\u{202E}b", 3, "      a\u{FFFD}b\n        ^"),
  ])
  func `the caret stands under its character`(line: String, column: Int, expected: String) {
    let mistake = Diagnostic(
      "m", in: SourceFile(name: "f", text: line), at: SourcePosition(line: 1, column: column),
      remedy: "r")

    #expect(mistake.description == "error: m\n    → f:1:\(column)\n\(expected)\n  fix: r")
  }

  @Test(arguments: [
    (1, "      " + String(repeating: "a", count: 100) + "…", "      ^"),
    (
      151,
      "      …" + String(repeating: "a", count: 50) + "X" + String(repeating: "a", count: 49)
        + "…",
      "       " + String(repeating: " ", count: 50) + "^"
    ),
    (
      301, "      …" + String(repeating: "a", count: 100),
      "       " + String(repeating: " ", count: 100) + "^"
    ),
  ])
  func `a long line is cut around the caret`(column: Int, excerpt: String, caret: String) {
    var line = Array(repeating: Character("a"), count: 300)
    if column < 300, column > 1 { line[column - 1] = "X" }
    let mistake = Diagnostic(
      "m", in: SourceFile(name: "f", text: String(line)),
      at: SourcePosition(line: 1, column: column), remedy: "r")

    #expect(mistake.description == "error: m\n    → f:1:\(column)\n\(excerpt)\n\(caret)\n  fix: r")
  }

  @Test func `several mistakes are printed one after the other`() {
    let file = SourceFile(name: "f", text: "")
    let mistakes = Diagnostics(all: [
      Diagnostic("one", in: file, at: nil, remedy: "a"),
      Diagnostic("two", in: file, at: nil, remedy: "b"),
    ])

    #expect(
      mistakes.description == """
        error: one
            → f
          fix: a

        error: two
            → f
          fix: b
        """)
  }

  @Test(arguments: [
    ("team", "'team'"),
    ("a\tb\u{7}", "'a␉b␇'"),
    (String(repeating: "x", count: 61), "'" + String(repeating: "x", count: 59) + "…'"),
  ])
  func `offending text is quoted, short and harmless`(text: String, expected: String) {
    #expect(quoted(text) == expected)
  }
}
