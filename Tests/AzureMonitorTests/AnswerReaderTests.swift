import SeededCases
import Testing

@testable import AzureMonitor

@Suite struct AnswerReaderTests {
  @Test func `an answer of Log Analytics is its columns and rows`() throws {
    let answer = try read(
      #"""
      {"tables":[{"name":"PrimaryResult","columns":[{"name":"Day","type":"datetime"},{"name":"N","type":"long"}],
      "rows":[["2026-11-22T00:00:00Z",4],[null,1.25E3],["a\"\u00e4\ud83d\ude00\n",-0]]}],
      "statistics":{"query":{"rows":[[1]]}}}
      """#)

    #expect(
      answer.rows == [
        ["Day=2026-11-22T00:00:00Z", "N=4"], ["Day=null", "N=1.25E3"],
        ["Day=a\"ä😀\n", "N=-0"],
      ])
    #expect(answer.end == AnswerEnd(rowCount: 3, columns: ["Day", "N"]))
  }

  @Test func `frames of Kusto are read, and only the result's rows`() throws {
    let answer = try read(kustoFrames(rows: #"[12,{"a":[1]}],["NaN",null]"#))

    #expect(answer.rows == [["N=12", "D=nested"], ["N=NaN", "D=null"]])
    #expect(answer.end == AnswerEnd(rowCount: 2, columns: ["N", "D"]))
  }

  @Test func `fragments of a table are put together`() throws {
    let answer = try read(
      """
      [{"FrameType":"DataSetHeader","IsProgressive":true,"Version":"v2.0"},
       {"FrameType":"TableHeader","TableId":1,"TableKind":"PrimaryResult","Columns":[{"ColumnName":"N"}]},
       {"FrameType":"TableFragment","TableId":1,"TableFragmentType":"DataAppend","Rows":[[9]]},
       {"FrameType":"TableFragment","TableId":1,"TableFragmentType":"DataReplace","Rows":[[1],[2]]},
       {"FrameType":"TableProgress","TableId":1,"TableProgress":50},
       {"FrameType":"TableFragment","TableId":1,"TableFragmentType":"DataAppend","Rows":[[3]]},
       {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
      """)

    #expect(answer.rows == [["N=1"], ["N=2"], ["N=3"]])
    #expect(answer.end.rowCount == 3)
  }

  @Test func `rows with an error beside them are not whole`() throws {
    let answer = try read(
      """
      {"tables":[{"name":"PrimaryResult","columns":[{"name":"N"}],"rows":[[1]]}],
       "error":{"code":"PartialError","message":"There were some errors.","details":[{"code":"EngineError",
       "message":"Something went wrong.","innererror":{"code":"-2133196797",
       "message":"The results of this query exceed the set limit of 500000 records"}}]}}
      """)

    #expect(
      answer.end.fault
        == ServiceFault(
          codes: ["PartialError", "EngineError", "-2133196797"],
          message: "The results of this query exceed the set limit of 500000 records"))
  }

  @Test(arguments: [
    #"[{"FrameType":"DataSetCompletion","HasErrors":true,"OneApiErrors":[{"error":{"code":"LimitsExceeded","@message":"too much"}}]}]"#,
    kustoFrames(
      rows:
        #"[1,null],{"OneApiErrors":[{"error":{"code":"LimitsExceeded","@message":"too much"}}]}"#),
  ])
  func `errors of Kusto are found wherever they stand`(text: String) throws {
    #expect(
      try read(text).end.fault == ServiceFault(codes: ["LimitsExceeded"], message: "too much"))
  }

  @Test(
    arguments: [
      ("", .notJSON(.endsEarly)),
      (#"{"tables":[{"columns":[{"name":"N"}],"rows":[[1],[2"#, .notJSON(.endsEarly)),
      ("<html>", .notJSON(.unexpectedByte(at: 0))),
      (
        #"{"tables":[{"columns":[{"name":"N"}],"rows":[[1]]}]}x"#, .notJSON(.unexpectedByte(at: 52))
      ),
      (#"{"a":"\x"}"#, .notJSON(.unexpectedByte(at: 7))),
      ("{}", .noTable), ("[]", .noTable), ("17", .noTable),
      (#"{"tables":[{"rows":[[1]],"columns":[{"name":"N"}]}]}"#, .unexpectedShape),
      (#"{"tables":[{"columns":[{"name":"N"}],"rows":[[1,2]]}]}"#, .cellCount(row: 1)),
      (#"{"tables":[{"columns":[],"rows":[]},{"columns":[],"rows":[]}]}"#, .unexpectedShape),
      (
        #"[{"FrameType":"DataTable","TableKind":"PrimaryResult","Columns":[{"ColumnName":"N"}],"Rows":[[1]]}]"#,
        .noLastFrame
      ),
      (#"{"a":01}"#, .notJSON(.notNumber)),
      (String(repeating: "[", count: 70), .notJSON(.tooDeep(at: 64))),
    ] as [(String, AnswerProblem)])
  func `anything else is refused`(text: String, problem: AnswerProblem) {
    #expect(throws: problem) { try read(text) }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `an answer is the same in whatever pieces it comes`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = kustoFrames(
      rows: #"[1250,"a\\b\"\u20ac\ud83d\ude00 ü€😀"],["NaN",true],[-1.5e3,null]"#)
    let whole = try read(text)

    #expect(try read(text, pieces: { Int.random(in: 1...9, using: &random) }).rows == whole.rows)
  }
}

private func kustoFrames(rows: String) -> String {
  """
  [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},
   {"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","Columns":[{"ColumnName":"Key"}],"Rows":[["x"]]},
   {"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult",
    "Columns":[{"ColumnName":"N","ColumnType":"long"},{"ColumnName":"D","ColumnType":"dynamic"}],"Rows":[\(rows)]},
   {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
  """
}

private func read(
  _ text: String, pieces: () -> Int = { 1 << 20 }
) throws -> (rows: [[String]], end: AnswerEnd) {
  var reader = AnswerReader()
  var rows: [[String]] = []
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let piece = Array(rest.prefix(pieces()))
    rest = rest.dropFirst(piece.count)
    try piece.withUnsafeBytes { bytes in
      try reader.feed(bytes) {
        rows = []
      } receive: { columns, row in
        rows.append(
          columns.indices.map { cell in
            "\(columns[cell])=" + (row.text(of: cell) ?? "\(row.kinds[cell])")
          })
      }
    }
  }
  return (rows, try reader.finish())
}
