import Foundation
import Testing

/// What the second import of a source reads.
@Suite struct ImportAgainTests {
  @Test func `files that are as they were are not read again, but for --reread`() throws {
    let folder = try workbook()
    #expect(try filesRead(folder) == 2)
    let snapshot = try folder.bytes("snapshot.sqlite")

    #expect(try filesRead(folder) == 0)
    #expect(try filesRead(folder, ["--reread"]) == 2)
    #expect(try folder.bytes("snapshot.sqlite") == snapshot)

    try folder.write(row(day: 3), to: "usage/3.csv")
    // An hour from now stays "just now", however long the runs wait for their turn.
    try set(.now.addingTimeInterval(3600), of: "usage/3.csv", in: folder)
    #expect(try filesRead(folder) == 1)
    // Just written, it might have changed since.
    #expect(try filesRead(folder) == 1)
    // Other rules of reading are another source.
    try folder.replace("feature: chat", with: "feature: talk", in: "tokenbook.yml")
    #expect(try filesRead(folder) == 3)
  }

  @Test func `an import says the same whether or not it read the files again`() throws {
    let folder = try workbook()
    try folder.tokenbook(["import"])

    let left = try folder.tokenbook(["import"])
    let read = try folder.tokenbook(["import", "--reread"])

    #expect(left == read)
    #expect(left.output == "gateway: nothing new in 2 records\n")
  }

  @Test func `a file of which lines were skipped is read again`() throws {
    let folder = try workbook()
    try folder.write(row(day: 1) + "2026-10-01 09:00:00,sub-web\n", to: "usage/1.csv")
    try age(folder, "usage/1.csv")

    #expect(try filesRead(folder, ["--skip-bad-lines"]) == 2)
    #expect(try filesRead(folder, ["--skip-bad-lines"]) == 1)
    #expect(try folder.rows("select file from skipped") == ["usage/1.csv"])
    #expect(try folder.tokenbook(["import"]).status == 65)
  }

  @Test func `a day that was skipped at first is made of all its files later`() throws {
    let folder = try workbook()
    try folder.write(row(day: 1) + "2014-10-01 09:00:00,sub-web,ann,5,0\n", to: "usage/1.csv")
    try age(folder, "usage/1.csv")
    try folder.tokenbook(["import", "--skip-bad-lines"])
    try folder.tokenbook(["import", "--accept-dates"])

    try folder.write(row(day: 1) + "2014-10-01 10:00:00,sub-web,ann,50,0\n", to: "usage/3.csv")
    try folder.tokenbook(["import", "--accept-dates"])

    #expect(
      try folder.rows(
        "select day, tokens from metered where metric = 'Prompt Tokens' order by day")
        == ["2014-10-01,55", "2026-10-01,2", "2026-10-02,2"])
  }

  @Test func `lines stay listed as skipped where their file is not read`() throws {
    let folder = try workbook()
    try folder.write(row(day: 1) + "2026-10-01 09:00:00,sub-web\n", to: "usage/1.csv")
    try folder.tokenbook(["import", "--skip-bad-lines"])

    try folder.tokenbook(["import", "usage/2.csv"])

    #expect(try folder.rows("select file from skipped") == ["usage/1.csv"])
  }

  @Test func `since a day, earlier days stay as they are stored`() throws {
    let folder = try workbook()
    try folder.tokenbook(["import"])
    try folder.write(
      "\(row(day: 1, tokens: 70))\(row(day: 2, tokens: 80).lastLine)", to: "usage/1.csv")

    let outcome = try folder.tokenbook(["import", "--since", "2026-10-02"])

    #expect(
      outcome
        == Executable.Outcome(
          status: 0,
          output:
            "gateway: 1 days replaced from 2 records (82 Prompt Tokens, 0 Completion Tokens)\n",
          errors: ""))
    #expect(
      try folder.rows("select day, tokens from charges order by day") == [
        "2026-10-01,1", "2026-10-02,82",
      ])

    // The first day is not settled by that.
    try folder.tokenbook(["import"])
    #expect(
      try folder.rows("select day, tokens from charges order by day") == [
        "2026-10-01,70", "2026-10-02,82",
      ])
  }

  @Test func `a day that is none is refused`() throws {
    let folder = try workbook()

    let outcome = try folder.tokenbook(["import", "--since", "yesterday"])

    #expect(
      outcome
        == Executable.Outcome(
          status: 64, output: "",
          errors: "error: 'yesterday' is not a day\n  fix: write it as 2026-10-31\n"))
  }

  private func filesRead(_ folder: TemporaryFolder, _ options: [String] = []) throws -> Int? {
    let outcome = try folder.tokenbook(["import", "--verbose"] + options)
    let said = try #require(outcome.errors.firstMatch(of: /gateway: (\d+) files read/))
    return Int(said.output.1)
  }
}

/// Two files of a day each, written long ago.
private func workbook() throws -> TemporaryFolder {
  let folder = try SampleWorkbook.written()
  try folder.replace("path: usage.csv", with: "path: usage", in: "tokenbook.yml")
  for day in 1...2 {
    try folder.write(row(day: day), to: "usage/\(day).csv")
    try age(folder, "usage/\(day).csv")
  }
  return folder
}

/// As if it had been written long ago.
private func age(_ folder: TemporaryFolder, _ file: String) throws {
  try set(Date(timeIntervalSince1970: 1_791_000_000), of: file, in: folder)
}

private func set(_ written: Date, of file: String, in folder: TemporaryFolder) throws {
  try FileManager.default.setAttributes(
    [.modificationDate: written], ofItemAtPath: folder.path + "/" + file)
}

private func row(day: Int, tokens: Int? = nil) -> String {
  "time,subscription,user,prompt,completion\n"
    + "2026-10-0\(day) 08:00:00,sub-web,ann,\(tokens ?? day),0\n"
}

extension String {
  fileprivate var lastLine: String { split(separator: "\n").last.map { $0 + "\n" } ?? "" }
}
