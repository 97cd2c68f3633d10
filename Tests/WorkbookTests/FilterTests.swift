import Tables
import Testing

@testable import Workbook

@Suite struct FilterTests {
  private func grid(_ columns: String) throws -> String {
    try blocks(
      """
      ```params
      name: filter t.name
      ```
      ```sql t
      select 1
      ```
      ```grid t
      columns:
      \(columns)
      ```
      """, tables: [("select 1", table("name tokens", ["A", 3], ["B", nil]))])
  }

  @Test func `a filter has no control of its own, and its grid says which cell it is about`() throws
  {
    #expect(
      try grid("  - name\n  - tokens: {format: tokens}") == """
        <figure class="table" id="t">
        <div class="scroll" tabindex="0" role="region" aria-label="T"><table class="grid" data-filter="0">
        <thead>
        <tr><th scope="col">Name</th><th scope="col" class="number">Tokens</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">A</th><td class="number" data-value="3">3</td></tr>
        <tr><th scope="row">B</th><td class="number not-known">not known</td></tr>
        </tbody>
        </table></div>
        <p class="download"><a href="t.csv" download>Download CSV</a></p>
        </figure>

        """)
  }

  @Test(arguments: [
    ("  - tokens\n  - name", 1), ("  - tokens: {bar: true}\n  - name", 2),
    ("  - tokens: {difference: true}\n  - name", 2), ("  - name: {difference: true}", 1),
    ("  - tokens: {difference: true, bar: true}\n  - name: {bar: true}", 3),
  ])
  func `cells of bars are counted`(columns: String, cell: Int) throws {
    let html = try grid(columns)

    #expect(html.contains("data-filter=\"\(cell)\""))
    let row = html.components(between: "<tbody>\n", and: "</tr>")
    let cells = row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines())
    #expect(cells[cell].output.1 == "A")
  }
}
