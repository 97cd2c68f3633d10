import Foundation
import Testing

/// Each source is a transaction of its own.
@Suite struct SeveralSourcesTests {
  @Test func `one that fails leaves the others and says so`() throws {
    let folder = try workbook(second: "missing.csv")

    let outcome = try folder.tokenbook(["import"])

    #expect(
      outcome
        == Executable.Outcome(
          status: 1,
          output: "gateway: 2 days added from 2 records "
            + "(4000 Prompt Tokens, 600 Completion Tokens)\n",
          errors: """
            error: there is no file or folder 'DIR/missing.csv'
              fix: correct the path, or export the file again

            """))
    #expect(try folder.rows("select source, first_day from pulls") == ["gateway,2026-10-01"])
  }

  @Test(arguments: [
    ("broken.csv", "missing.csv", Int32(65)), ("missing.csv", "broken.csv", 66),
  ])
  func `where all fail the code is that of the first`(
    first: String, second: String, status: Int32
  ) throws {
    let folder = try workbook(first: first, second: second)
    try folder.write("time,tokens\n2026-10-01,x\n", to: "broken.csv")

    let outcome = try folder.tokenbook(["import"])

    #expect(outcome.status == status)
    #expect(outcome.errors.components(separatedBy: "error: ").count == 3, "\(outcome.errors)")
    #expect(outcome.output == "")
  }
}

private func workbook(first: String = "usage.csv", second: String) throws -> TemporaryFolder {
  let folder = try SampleWorkbook.written()
  try folder.replace("path: usage.csv", with: "path: \(first)", in: "tokenbook.yml")
  let settings = try folder.read("tokenbook.yml")
  try folder.write(
    settings + """
        - name: second
          kind: csv
          path: \(second)
          columns: {time: time, total_tokens: tokens}

      """, to: "tokenbook.yml")
  return folder
}
