import Foundation
import Testing

/// docs/configuration.md lists what the files may hold; the executable decides.
@Suite struct DocumentedSettingsTests {
  @Test func `every key of tokenbook.yml is documented and no other`() throws {
    let known = try keys("nonsense: 1\n" + SampleWorkbook.settings)

    #expect(try documentedKeys(after: "## tokenbook.yml") == known)
  }

  @Test func `every key of a source is documented and no other`() throws {
    let known = try keys(
      SampleWorkbook.settings.replacing("kind: csv", with: "kind: csv\n    nonsense: 1"))

    #expect(try documentedKeys(after: "Each source:") == known)
  }

  @Test(arguments: [
    ("columns:", "columns:\n      nonsense: a"),
    ("constants: {", "constants: {nonsense: a, "),
    ("agreement: {", "agreement: {nonsense: a, "),
  ])
  func `every key of a mapping is documented`(place: String, planted: String) throws {
    let settings =
      "agreement: {document: Agreement, date: 2026-01-01}\n" + SampleWorkbook.settings
    let known = try keys(settings.replacing(place, with: planted))
    try #require(known.count >= 2)

    let documented = Set(
      DocumentedTable.code(in: try Repository.text("docs/configuration.md"))
        .flatMap { $0.split { !($0.isLetter || $0 == "_") } }.map(String.init))

    #expect(known.filter { !documented.contains($0) } == [])
  }

  @Test(arguments: ["subscriptions", "teams", "features", "models", "rates", "budgets"])
  func `the columns of a CSV file are documented`(table: String) throws {
    let folder = try TemporaryFolder()
    try folder.tokenbook([
      "init", "--title", "T", "--organisation", "O", "--currency", "EUR", "--zone", "UTC",
    ])
    let header = try folder.read("\(table).csv").split(separator: "\n")[1]

    let rows = DocumentedTable.rows(
      after: "## The CSV files", in: try Repository.text("docs/configuration.md"))

    let row = try #require(rows.first { $0[0].contains("`\(table).csv`") })
    #expect(DocumentedTable.code(in: row[1]) == [String(header)])
  }

  /// The keys that the executable offers in place of one it does not know.
  private func keys(_ settings: String) throws -> [String] {
    let folder = try SampleWorkbook.written()
    try folder.write(settings, to: "tokenbook.yml")
    let outcome = try folder.tokenbook(["import"])
    try #require(outcome.status == 78)
    try #require(outcome.errors.contains("unknown key 'nonsense'"), "\(outcome.errors)")
    let list = try #require(outcome.errors.components(separatedBy: "keys: ").dropFirst().first)
    return list.prefix { $0 != "\n" }.components(separatedBy: ", ")
  }

  private func documentedKeys(after start: String) throws -> [String] {
    DocumentedTable.rows(after: start, in: try Repository.text("docs/configuration.md"))
      .flatMap { DocumentedTable.code(in: $0[0]) }
  }
}
