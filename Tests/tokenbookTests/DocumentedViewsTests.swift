import Foundation
import Testing

/// docs/views.md lists what SQL can read; the executable decides.
@Suite struct DocumentedViewsTests {
  /// Columns that the document describes in words.
  private static let fileColumns = [
    "teams": ["cost_centre", "owner", "email", "valid_from", "valid_to"],
    "cost_centres": [], "subscriptions": ["team", "valid_from", "valid_to"],
    "features": ["owner"], "models": ["metered", "cached"],
    "rates": SampleWorkbook.rateHeader.components(separatedBy: ","),
    "budgets": ["team", "month", "amount", "currency"],
  ]

  @Test func `every view is documented and no other`() throws {
    let outcome = try SampleWorkbook.imported().tokenbook(["query", "select * from nonsense"])
    let views = try #require(outcome.errors.components(separatedBy: "read one of: ").last)
      .trimmingCharacters(in: .newlines).components(separatedBy: ", ")
    try #require(views.contains("charges"))

    #expect(try documented().keys.sorted() == views)
  }

  @Test func `every column of a view is documented and no other`() throws {
    let folder = try SampleWorkbook.imported()
    for (view, columns) in try documented().sorted(by: { $0.key < $1.key }) {
      let outcome = try folder.tokenbook(
        ["query", "select * from \(view) where 0", "--format", "csv"])
      try #require(outcome.status == 0, "\(outcome.errors)")

      let returned = outcome.output.trimmingCharacters(in: .newlines).components(separatedBy: ",")

      #expect(returned.sorted() == columns.sorted(), "\(view)")
    }
  }

  /// The columns of each view, by name.
  private func documented() throws -> [String: [String]] {
    let rows = DocumentedTable.rows(
      after: "| view | one row per | columns |", in: try Repository.text("docs/views.md"))
    let charges = try #require(rows.first { $0[0] == "`charges`" })
    let additive = names(in: charges[2]).filter { $0.hasSuffix("+") }
    var columns: [String: [String]] = [:]
    for row in rows {
      for view in DocumentedTable.code(in: row[0]) {
        let named =
          ["the additive columns of `charges`", "the same"].contains(row[2])
          ? dimensions(of: row[1]) + additive
          : names(in: row[2]).flatMap {
            $0.hasSuffix("the file's columns") ? Self.fileColumns[view] ?? [] : [$0]
          }
        columns[view] = named.map { $0.replacing("+", with: "") }
      }
    }
    return columns
  }

  /// The names between commas, without what is said about them.
  private func names(in text: String) -> [String] {
    text.replacing(/\([^)]*\)/, with: "").prefix { $0 != ";" && $0 != ":" }
      .components(separatedBy: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// `day × cost centre × team` as columns; a day has its month beside it.
  private func dimensions(of key: String) -> [String] {
    key.components(separatedBy: " × ").map { $0.replacing(" ", with: "_") }
      .flatMap { $0 == "day" ? ["day", "month"] : [$0] }
  }
}
