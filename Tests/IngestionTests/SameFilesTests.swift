import Testing
import UsageModel

@testable import Ingestion

@Suite struct SameFilesTests {
  @Test func `a CSV file that holds the same as another is refused`() throws {
    try withFiles(["a.csv": "t,n\n2026-11-22,1\n", "b.csv": "t,n\n2026-11-22,1\n"]) { folder in
      #expect(
        refusal(["a.csv", "b.csv"], in: folder) == """
          'b.csv' holds the same as 'a.csv'
            fix: remove one of them
          """)
    }
  }

  @Test func `files that differ somewhere are no copies`() throws {
    let long = "t\n" + String(repeating: "2026-11-22\n", count: 20_000)
    try withFiles([
      "a.csv": long + "1", "b.csv": long + "2", "c.csv": long, "d.csv": "x" + long,
    ]) { folder in
      #expect(refusal(["a.csv", "b.csv", "c.csv", "d.csv"], in: folder) == "no error")
    }
  }

  @Test func `copies are found however long, and whatever lies between`() throws {
    let long = "t\n" + String(repeating: "2026-11-22\n", count: 20_000)
    let wide = String(repeating: "t", count: 70_000) + "\n1"
    try withFiles([
      "a.csv": long + "1", "b.csv": long + "2", "c.csv": long + "1", "d.csv": wide, "e.csv": wide,
    ]) { folder in
      #expect(
        refusal(["a.csv", "b.csv", "c.csv"], in: folder) == """
          'c.csv' holds the same as 'a.csv'
            fix: remove one of them
          """)
      #expect(
        refusal(["d.csv", "e.csv"], in: folder) == """
          'e.csv' holds the same as 'd.csv'
            fix: remove one of them
          """)
    }
  }

  @Test func `files without rows may be alike`() throws {
    try withFiles(["a.csv": "t,n\r\n\r\n", "b.csv": "t,n\r\n\r\n", "c.csv": "", "d.csv": ""]) {
      #expect(refusal(["a.csv", "b.csv", "c.csv", "d.csv"], in: $0) == "no error")
    }
  }

  @Test func `an import with copies is refused, one of different files is read`() throws {
    let format = SourceFormat.csv(CSVMapping(columns: [.time: "t", .promptTokens: "n"]))

    #expect(throws: IngestionError.self) {
      try reading(["t,n\n2026-11-22,1", "t,n\n2026-11-22,1"], as: format)
    }
    let different = try reading(["t,n\n2026-11-22,1", "t,n\n2026-11-22,2"], as: format)
    #expect(different.points.map(\.counts.prompt) == [3])
  }

  private func refusal(_ names: [String], in folder: String) -> String {
    do {
      _ = try SameFiles(among: names.map { folder + "/" + $0 })
      return "no error"
    } catch {
      return message(error)
    }
  }
}
