import SourceText
import Testing

@Suite struct SourceFileTests {
  @Test func `lines end at LF, CR LF and CR`() {
    let file = SourceFile(name: "a.csv", text: "one\ntwo\r\nthree\rfour\n")

    #expect((0...6).map(file.line) == ["", "one", "two", "three", "four", "", ""])
    #expect(file.lineCount == 5)
  }

  @Test func `an empty file has one empty line`() {
    let file = SourceFile(name: "a.csv", text: "")

    #expect(file.lineCount == 1)
    #expect(file.line(1) == "")
  }

  @Test func `columns count characters as a reader sees them`() {
    // e with a combining accent, and a flag, are one character each.
    let file = SourceFile(name: "a.csv", text: "x\ne\u{301}🇩🇪y")

    #expect(file.position(utf8Offset: 13) == SourcePosition(line: 2, column: 3))
  }

  @Test func `a byte order mark is dropped`() throws {
    let file = try SourceFile(name: "a.csv", bytes: [0xEF, 0xBB, 0xBF, 0x61])

    #expect(file.text == "a")
  }

  @Test func `text is composed, so that equal texts have equal bytes`() throws {
    let file = try SourceFile(
      name: "a.csv", bytes: Array("e\u{301}\n\u{1112}\u{1161}\u{11AB}".utf8))

    #expect(Array(file.text.utf8) == Array("\u{E9}\n\u{D55C}".utf8))
    #expect(file.line(2) == "한")
  }

  @Test func `bytes that are not UTF-8 are refused with their line`() {
    let error = #expect(throws: Diagnostic.self) {
      try SourceFile(name: "teams.csv", bytes: Array("team\nBüro;M".utf8) + [0xFC, 0x6C])
    }

    #expect(
      error?.description == """
        error: not UTF-8 text
            → teams.csv:2:7
              Büro;M
                    ^
          fix: save the file as UTF-8; in a spreadsheet program: 'CSV UTF-8'
        """)
  }
}
