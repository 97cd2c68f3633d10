import SourceText
import Testing

@Suite struct YAMLReadingTests {
  @Test func `every scalar is text, with its position in the file`() throws {
    let file = SourceFile(
      name: "t.md", text: "---\nyes: no\nwhen: 2026-10-01\nlist:\n  - 012\n  - 'x'\nempty:\n---\n")
    let matter = "yes: no\nwhen: 2026-10-01\nlist:\n  - 012\n  - 'x'\nempty:\n"

    let root = try parseYAML(matter, in: file, firstLine: 2)

    #expect(
      root
        == mapping(
          2, 1,
          [
            entry("yes", 2, 1, scalar("no", 2, 6)),
            entry("when", 3, 1, scalar("2026-10-01", 3, 7)),
            entry(
              "list", 4, 1,
              YAMLNode(
                content: .sequence([scalar("012", 5, 5), scalar("x", 6, 5)]),
                position: SourcePosition(line: 5, column: 3))),
            entry("empty", 7, 1, scalar("", 7, 7)),
          ]))
  }

  @Test func `columns after wide or combined characters are those a reader counts`() throws {
    let root = try parse("{e\u{301}: 1, b: 2}")

    #expect(
      root?.mapping?.map(\.keyPosition) == [
        SourcePosition(line: 1, column: 2), SourcePosition(line: 1, column: 8),
      ])
  }

  @Test(arguments: ["", "# only a comment\n", "\n\n"])
  func `a file without content is nothing`(text: String) throws {
    #expect(try parse(text) == nil)
  }

  @Test(arguments: [
    (
      "a: &x 1\nb: *x\n",
      """
      error: anchors and aliases (&, *) are not supported
          → f.yml:1:4
            a: &x 1
               ^
        fix: write the text out where it is needed; put a text that begins with & in quotes
      """
    ),
    (
      "path: *json\n",
      """
      error: anchors and aliases (&, *) are not supported
          → f.yml:1:7
            path: *json
                  ^
        fix: write the text out where it is needed; put a text that begins with * in quotes
      """
    ),
    (
      "path: *.json\n",
      """
      error: not valid YAML: did not find expected alphabetic or numeric character
          → f.yml:1:8
            path: *.json
                   ^
        fix: put a text that begins with * or & in quotes
      """
    ),
    (
      "a: !!int 3\nb: !mine [x]\n",
      """
      error: YAML tags (!) are not supported
          → f.yml:1:4
            a: !!int 3
               ^
        fix: remove the tag; put a text that begins with ! in quotes

      error: YAML tags (!) are not supported
          → f.yml:2:4
            b: !mine [x]
               ^
        fix: remove the tag; put a text that begins with ! in quotes
      """
    ),
    (
      "a: 1\n---\nb: 2\n",
      """
      error: a second YAML document begins here
          → f.yml:3:1
            b: 2
            ^
        fix: keep one document: remove the line '---' above it and what follows
      """
    ),
    (
      "a: 1\nlist:\n  - a: 1\n    b: 2\n    \"a\": 3\na: 2\n",
      """
      error: the key 'a' is written twice
          → f.yml:5:5
                "a": 3
                ^
        fix: keep this line or line 3, and remove the other
      """
    ),
    (
      "title: x\n\"1\": a\n1: b\n",
      """
      error: the key '1' is written twice
          → f.yml:3:1
            1: b
            ^
        fix: keep this line or line 2, and remove the other
      """
    ),
    (
      "{a: 1, a: 2}\n",
      """
      error: the key 'a' is written twice
          → f.yml:1:2
            {a: 1, a: 2}
             ^
        fix: keep one of them
      """
    ),
    (
      "? [a]\n: b\n",
      """
      error: a key must be a text, not a list
          → f.yml:1:3
            ? [a]
              ^
        fix: write 'key: value'
      """
    ),
    (
      "title: AI: cost\n",
      """
      error: not valid YAML: mapping values are not allowed in this context
          → f.yml:1:10
            title: AI: cost
                     ^
        fix: put a text that contains ': ' in quotes, and check the indentation
      """
    ),
    (
      "a:\n\tb: 1\n",
      """
      error: not valid YAML: found character that cannot start any token
          → f.yml:2:1
            \tb: 1
            ^
        fix: indent with spaces, not tabs; put a text that begins with @, ` or % in quotes
      """
    ),
    (
      "a: 'x\n",
      """
      error: not valid YAML: found unexpected end of stream
          → f.yml:2:1
        fix: check the indentation and the quotes of this line and of the lines above it
      """
    ),
    (
      "a: \u{1}\n",
      """
      error: not valid YAML: control characters are not allowed
          → f.yml
        fix: remove control characters from the file
      """
    ),
  ])
  func `a mistake is shown where it is`(text: String, expected: String) {
    let error = #expect(throws: Diagnostics.self) { try parse(text) }

    #expect(error?.description == expected)
  }
}

private func parse(_ text: String) throws -> YAMLNode? {
  try parseYAML(text, in: SourceFile(name: "f.yml", text: text))
}

private func scalar(_ text: String, _ line: Int, _ column: Int) -> YAMLNode {
  YAMLNode(content: .scalar(text), position: SourcePosition(line: line, column: column))
}

private func mapping(_ line: Int, _ column: Int, _ entries: [YAMLEntry]) -> YAMLNode {
  YAMLNode(content: .mapping(entries), position: SourcePosition(line: line, column: column))
}

private func entry(_ key: String, _ line: Int, _ column: Int, _ node: YAMLNode) -> YAMLEntry {
  YAMLEntry(key: key, keyPosition: SourcePosition(line: line, column: column), node: node)
}
