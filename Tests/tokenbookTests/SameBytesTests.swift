import SeededCases
import Foundation
import Testing

/// Law 6: the same input gives the same bytes, wherever and however it is built.
@Suite struct SameBytesTests {
  @Test(arguments: UInt64(1)...25)
  func `two hosts publish the same bytes from lines in any order`(seed: UInt64) throws {
    let workbook = MadeWorkbook(seed: seed)
    var generator = SplitMix64(seed: seed &+ 1_000)

    let first = try site(
      of: workbook, fileCount: 1, &generator,
      environment: [
        "TZ": "UTC", "LANG": "C", "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1",
      ],
      importedAt: "2026-11-01T04:00:00Z", standsInFolder: true)
    let second = try site(
      of: workbook, fileCount: generator.number(2...4), &generator,
      environment: [
        "TZ": generator.one(of: ["Pacific/Chatham", "America/St_Johns"]),
        "LANG": "tr_TR.UTF-8", "LC_ALL": generator.one(of: ["tr_TR.UTF-8", "ar_EG.UTF-8"]),
      ],
      importedAt: "2026-11-02T05:30:00Z", standsInFolder: false)

    #expect(first.count > 20, "seed \(seed)")
    #expect(differences(first, second) == [], "seed \(seed)")
  }

  @Test func `another price is seen as other bytes`() throws {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree("site")
    try folder.replace("2.50", with: "2.51", in: "rates.csv")

    try folder.tokenbook(["build"])

    #expect(differences(before, try folder.tree("site")).count > 5)
  }
}

private func site(
  of workbook: MadeWorkbook, fileCount: Int, _ generator: inout SplitMix64,
  environment: [String: String], importedAt moment: String, standsInFolder: Bool
) throws -> [String: Data] {
  let folder = try TemporaryFolder()
  let elsewhere = try TemporaryFolder()
  try workbook.write(
    to: folder, users: SampleWorkbook.agreedUsers, fileCount: fileCount, &generator)
  for command in ["import", "build"] {
    if command == "build" { try pretendImport(at: moment, in: folder) }
    let outcome = try Executable.run(
      standsInFolder ? [command] : [command, "--workbook", folder.path],
      in: standsInFolder ? folder.url : elsewhere.url, environment: environment)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }
  return try folder.tree("site")
}

/// Two hosts never import at the same moment; the ledger alone may know.
private func pretendImport(at moment: String, in folder: TemporaryFolder) throws {
  let outcome = try Executable.run(
    program: "/usr/bin/sqlite3",
    ["snapshot.sqlite", "UPDATE import SET imported_at = '\(moment)'"], in: folder.url)
  try #require(outcome.status == 0, "\(outcome.errors)")
}
