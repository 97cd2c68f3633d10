import SourceText
import Testing

@Suite struct CSVReadingTests {
  @Test func `fields have their positions in the file`() throws {
    let document = try parse("# who pays\n\nid, team\nné\"1,\"a, b\"\n")

    #expect(
      document
        == CSVDocument(
          header: [field("id", 3, 1), field("team", 3, 5)],
          records: [CSVRecord(fields: [field("né\"1", 4, 1), field("a, b", 4, 6)])]))
    #expect(document.records[0].line == 4)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    // Semicolons, CR LF, no line break at the end.
    ("a;b\r\n1;2,5", [["a", "b"], ["1", "2,5"]]),
    // Quotes: delimiters, doubled quotes and line breaks inside.
    ("a,b\n\"1,\n\"\"x\"\"\", y \n", [["a", "b"], ["1,\n\"x\"", "y"]]),
    // A quoted field keeps its spaces; an empty one is empty.
    ("a,b\n \" 1 \" ,\"\"\n", [["a", "b"], [" 1 ", ""]]),
    // Blank lines, comments, and lines of nothing but delimiters.
    ("\n# a,b\na,b\n\n ,\t\n#\n1,\n", [["a", "b"], ["1", ""]]),
    // A quoted number sign is not a comment.
    ("a\n\"#1\"\n", [["a"], ["#1"]]),
    // Only the header.
    ("a,b", [["a", "b"]]),
    // Old Macintosh line breaks.
    ("a\r1\r", [["a"], ["1"]]),
  ])
  func `a table is read as its author sees it`(text: String, expected: [[String]]) throws {
    let document = try parse(text)

    #expect(
      [document.header.map(\.text)] + document.records.map { $0.fields.map(\.text) } == expected)
  }

  @Test(arguments: ["", "# nothing\n", "\n,,\n"])
  func `a file without a header line has an empty header`(text: String) throws {
    #expect(try parse(text) == CSVDocument(header: [], records: []))
  }

  @Test(arguments: [
    (
      "a,b\n1\n1,2\n1,2,3\n",
      """
      error: 1 field, but the header names 2 columns
          → f.csv:2:1
            1
            ^
        fix: write every column, empty ones too: a,b

      error: 3 fields, but the header names 2 columns
          → f.csv:4:5
            1,2,3
                ^
        fix: put a field that contains ',' in double quotes; columns: a,b
      """
    ),
    (
      "a;b\n1;\"2\n3;4\n",
      """
      error: the quote that begins here is never closed
          → f.csv:2:3
            1;"2
              ^
        fix: close it with a second double quote; write a quote inside a field twice
      """
    ),
    (
      "a\n1,2\n\"x\"y\n",
      """
      error: 2 fields, but the header names 1 column
          → f.csv:2:3
            1,2
              ^
        fix: put a field that contains ',' in double quotes; columns: a

      error: text after the closing quote
          → f.csv:3:4
            "x"y
               ^
        fix: put the whole field in double quotes, and write a quote inside it twice
      """
    ),
  ])
  func `every mistake is listed, where it is`(text: String, expected: String) {
    let error = #expect(throws: Diagnostics.self) { try parse(text) }

    #expect(error?.description == expected)
  }
}

private func parse(_ text: String) throws -> CSVDocument {
  try parseCSV(SourceFile(name: "f.csv", text: text))
}

private func field(_ text: String, _ line: Int, _ column: Int) -> CSVField {
  CSVField(text: text, position: SourcePosition(line: line, column: column))
}
