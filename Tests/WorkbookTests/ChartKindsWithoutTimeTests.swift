import Tables
import Testing

@testable import Workbook

@Suite struct ChartKindsWithoutTimeTests {
  /// The content of a page with one step of the rows.
  private func step(_ fence: String, _ rows: Table) throws -> String {
    let page =
      "---\ntitle: A\n---\n```sql x\nselect * from rows\n```\n## A\n```\(fence)\n```"
    return content(
      of: try SampleSite(["page": page], tables: [("from rows", rows)]).rendered()[
        "page/index.html"])
  }

  private func mistake(_ fence: String, _ rows: Table) -> String {
    do {
      return try step(fence, rows)
    } catch {
      // Without the place and the line, which every mistake of a template has.
      return "\(error)".split(separator: "\n").filter { !$0.hasPrefix("    ") }
        .map { $0.drop { $0 == " " } }.joined(separator: " | ")
    }
  }

  /// The texts of the rows of the only table, from its body on.
  private func rows(_ content: String) -> [[String]] {
    content.matches(of: /<tr[^>]*>(.*?)<\/tr>/.dotMatchesNewlines()).dropFirst().map { row in
      row.output.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines()).map {
        String($0.output.1)
      }
    }
  }

  private func summary(_ content: String) -> String {
    let text = content.firstMatch(of: /<p class="summary"[^>]*>(.*?)<\/p>/)?.output.1 ?? ""
    return plain(String(text))
  }

  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{2060}", with: "")
  }

  static let page = """
    ---
    title: Charts without time
    ---
    ```sql steps
    select label, cost, is_total from why
    ```
    ```sql daily
    select day, team, colour, tokens from charges
    ```
    ```sql budgets
    select team, cost, agreed, even from used
    ```
    ## Charts without time

    ```chart steps
    type: waterfall
    x: label
    y: cost
    total: is_total
    title: From October to November
    ```

    ```chart daily
    type: small-multiples
    x: day
    y: tokens
    series: team
    format: tokens
    title: Every team
    ```

    ```chart budgets
    type: bullet
    x: team
    y: cost
    budget: agreed
    pace: even
    title: What is used of the budgets
    ```

    ```grid budgets
    columns:
      - team
      - cost: {format: amount, total: true, bar: true, budget: agreed, pace: even}
    ```
    """

  @Test func `a page with every kind of chart that has no axis of time`() throws {
    let site = SampleSite(
      ["page": Self.page],
      tables: [
        (
          "from why",
          table(
            "label cost is_total", ["October", 13_592_004_000_000, 1],
            ["More requests", 2_310_004_000_000, 0], ["Longer requests", 742_004_000_000, nil],
            ["A cheaper mix of models", -111_002_000_000, 0],
            ["November", 16_533_010_000_000, 1])
        ),
        (
          "from charges",
          table(
            "day team colour tokens", ["2026-11-16", "Sales", 0, 40],
            ["2026-11-17", "Sales", 0, 60],
            ["2026-11-19", "Care", 1, 50], ["2026-11-21", "Sales", 0, 20],
            ["2026-11-22", "Sales", 0, 90], ["2026-11-21", "Care", 1, 30],
            ["2026-11-22", "Legal", 1, nil])
        ),
        (
          "from used",
          table(
            "team cost agreed even", ["Sales", 310_004_000_000, 250_000_000_000, .real(0.5)],
            ["Care", 90_004_000_000, 200_000_000_000, .real(0.5)],
            ["Legal", 60_000_000_000, nil, .real(0.5)], ["Plant", nil, 100_000_000_000, .real(0.5)])
        ),
      ])

    let files = try site.rendered()

    try expectGolden(files["page/index.html"]!, "charts-without-time.html")
  }
}

// MARK: Waterfall

extension ChartKindsWithoutTimeTests {
  private var waterfall: String {
    "chart x\ntype: waterfall\nx: label\ny: cost\ntotal: is_total"
  }

  private func steps(_ rows: [Cell]...) -> Table {
    Table(columns: ["label", "cost", "is_total"], rows: rows)
  }

  @Test func `the shown steps of a waterfall add up to the shown difference`() throws {
    let shown = try step(
      waterfall,
      steps(
        ["October", 1_004_000_000, 1], ["a", 1_004_000_000, 0], ["b", 1_004_000_000, 0],
        ["November", 3_012_000_000, 1]))

    #expect(
      rows(shown).map { $0.map(plain) } == [
        ["October", "€1.00"], ["a", "+€1.00"], ["b", "+€1.00"], ["Rounding", "+€0.01"],
        ["November", "€3.01"],
      ])
    let labels = shown.matches(of: /class="amount-label"[^>]*>([^<]*)</).prefix(5)
    #expect(
      labels.map { plain(String($0.output.1)) }
        == ["€1.00", "+€1.00", "+€1.00", "+€0.01", "€3.01"])
  }

  @Test func `counts have signs too`() throws {
    let shown = try step(
      waterfall + "\nformat: tokens",
      steps(["a", 1_200, 1], ["b", 1_000, 0], ["c", -200, 0], ["d", 2_000, 1]))

    #expect(
      rows(shown) == [["a", "1,200"], ["b", "+1,000"], ["c", "−200"], ["d", "2,000"]])
    #expect(
      summary(shown) == "B added 1,000; c took away 200; in all +800, from 1,200 to 2,000.")
  }

  @Test func `steps without decimals add up without decimals`() throws {
    let shown = try step(
      waterfall + "\nformat: rounded",
      steps(
        ["a", 10_400_000_000, 1], ["b", 5_400_000_000, 0], ["c", 200_000_000, 0],
        ["d", 16_000_000_000, 1]))

    #expect(
      rows(shown).map { $0.map(plain) }
        == [["a", "€10"], ["b", "+€5"], ["c", "€0"], ["Rounding", "+€1"], ["d", "€16"]])
  }

  @Test(
    arguments: [
      (
        [["a", 5, 0], ["b", 5, 1]], "",
        "error: the first row of the waterfall is no total | "
          + "fix: select 1 as 'is_total' in the first and the last row only, and order the rows"
      ),
      (
        [["a", 5, 1], ["b", 5, nil]], "",
        "error: the last row of the waterfall is no total | "
          + "fix: select 1 as 'is_total' in the first and the last row only, and order the rows"
      ),
      (
        [["a", 5, 1], ["b", 5, 1], ["c", 5, 1]], "",
        "error: row 2 of the waterfall is a total between its first and its last row | "
          + "fix: select 1 as 'is_total' in the first and the last row only, and order the rows"
      ),
      (
        [["a", 1_000_000_000, 1], ["b", 2_000_000_000, 0], ["c", 6_000_000_000, 1]], "",
        "error: the totals differ by +€5.00, of which the steps lack +€3.00 | fix: add a step of "
          + "+€3.00, so that the steps add up to the last total less the first"
      ),
      (
        [["a", 1_000_000_000, 1], ["c", 1_000_000_001, 1]], "",
        "error: the totals differ by 1 nano, of which the steps lack 1 nano | fix: add a step of "
          + "1 nano, so that the steps add up to the last total less the first"
      ),
      (
        [["a", 5, 1], ["b", 5, 1]], "\nformat: price",
        "error: a waterfall adds up, and numbers in the format 'price' cannot be added up | "
          + "fix: choose 'money', 'amount', 'tokens' or 'compact'"
      ),
    ] as [([[Cell]], String, String)])
  func `a waterfall that would be wrong is a mistake`(
    rows: [[Cell]], format: String, expected: String
  ) {
    let table = Table(columns: ["label", "cost", "is_total"], rows: rows)

    #expect(plain(mistake(waterfall + format, table)) == expected)
  }

  @Test func `a single total has nothing to be compared with`() throws {
    for rows in [steps(), steps(["November", 5_000_000_000, 1])] {
      #expect(
        try step(waterfall, rows).contains(
          "<p class=\"empty\">There is nothing to show here.</p>"))
    }
  }

  @Test func `a step that is not known leaves the rest unexplained`() throws {
    let shown = try step(
      waterfall,
      steps(["a", 1_000_000_000, 1], ["b", nil, 0], ["c", 3_000_000_000, 1]))

    #expect(
      summary(shown)
        == "In all +€2.00, from €1.00 to €3.00. The amount is not known for b; +€2.00 is not "
        + "explained.")
  }
}

// MARK: Small multiples

extension ChartKindsWithoutTimeTests {
  private var multiples: String {
    "chart x\ntype: small-multiples\nx: day\ny: tokens\nseries: team\nformat: "
  }

  /// `count` teams with as many tokens as their number, on the newest day.
  private func teams(_ count: Int) -> Table {
    Table(
      columns: ["day", "team", "tokens"],
      rows: (1...count).map { ["2026-11-22", .text("T\($0)"), .integer(Int64($0))] })
  }

  private func panels(_ content: String) -> [String] {
    let drawing = content.firstMatch(of: /<svg class="wide".*?<\/svg>/.dotMatchesNewlines())
    return (drawing?.output ?? "").matches(of: /class="label-(?:name|detail)"[^>]*>([^<]*)</)
      .map { String($0.output.1) }
  }

  @Test func `twelve panels have names of their own`() throws {
    let shown = panels(try step(multiples + "tokens", teams(12)))

    #expect(
      shown == (1...12).reversed().flatMap { ["T\($0)", "\($0)"] })
  }

  @Test func `of more series the twelfth panel is the others`() throws {
    let shown = panels(try step(multiples + "tokens", teams(14)))

    #expect(
      shown == (4...14).reversed().flatMap { ["T\($0)", "\($0)"] } + ["Other (3)", "6"])
    #expect(
      panels(try step(multiples + "tokens\ntop: 1", teams(3))) == ["T3", "3", "Other (2)", "3"])
  }

  @Test func `what cannot be added up has no panel of the others`() throws {
    let shown = try step(multiples + "average", teams(14))

    #expect(panels(shown).count == 24)
    #expect(shown.contains(">2 more</text>"))
  }

  @Test func `the months around this one are named`() throws {
    let shown = try step(
      "chart x\ntype: small-multiples\nx: month\ny: tokens\nseries: team\nformat: tokens",
      table("month team tokens", ["2025-11", "a", 5], ["2026-11", "a", 7]))

    #expect(plain(shown).contains(">Nov 2025</text>"))
    #expect(plain(shown).contains(">Nov 2026</text>"))
    #expect(shown.contains("class=\"now-mark\""))
    #expect(summary(shown).hasPrefix("There are not yet two complete months to compare."))
  }
}

// MARK: Bullet

extension ChartKindsWithoutTimeTests {
  private var bullet: String {
    "chart x\ntype: bullet\nx: team\ny: cost\nformat: amount\nbudget: agreed"
  }

  @Test func `budgets are added up where every one is known`() throws {
    let known = table(
      "team cost agreed", ["a", 1_004_000_000, 2_000_000_000], ["b", 1_004_000_000, 0],
      ["c", 1_004_000_000, 2_000_000_000])

    #expect(
      rows(try step(bullet, known)).map { $0.map(plain) } == [
        ["a", "1.00", "2.00", "50 %"], ["b", "1.00", "0.00", "over"],
        ["c", "1.00", "2.00", "50 %"],
        ["Rounding", "0.01", "", ""], ["Total", "3.01", "4.00", "75 %"],
      ])
    let some = table("team cost agreed", ["a", 1_000_000_000, 2_000_000_000], ["b", 5, nil])
    #expect(
      rows(try step(bullet, some)).map { $0.map(plain) } == [
        ["a", "1.00", "2.00", "50 %"], ["b", "0.00", "no budget", ""],
      ])
  }

  @Test func `without a budget the amount stands at the right`() throws {
    let shown = try step(
      "chart x\ntype: bullet\nx: team\ny: cost\nformat: money",
      table("team cost", ["a", 1_000_000_000]))

    #expect(panels(shown).map(plain) == ["a", "€1.00"])
    #expect(summary(shown) == "No budget is agreed for a.")
  }

  @Test func `one chart has one pace`() throws {
    let rows = table(
      "team cost agreed even", ["a", 1, 2, .real(0.25)], ["b", 1, 2, .real(0.5)])

    #expect(
      mistake(bullet + "\npace: even", rows)
        == "error: the rows differ in 'even', which is one for the whole chart | "
        + "fix: select the same number from 0 to 1 in every row")
  }
}

// MARK: Budgets in a grid

extension ChartKindsWithoutTimeTests {
  @Test func `a grid says what its budget bars show`() throws {
    let shown = try step(
      "grid x\ntop: 4\ncolumns: [team, {cost: {format: amount, total: true, budget: agreed}}]",
      table(
        "team cost agreed", ["a", 1_000_000_000, 2_000_000_000], ["b", 1_000_000_000, 0],
        ["c", 1_000_000_000, nil], ["d", nil, 2_000_000_000], ["e", 1, 1], ["f", 1, nil]))

    let cells = rows(shown).map { row in
      [0, 2].map { plain(row[$0].replacing(/<svg.*<\/svg>\n?/.dotMatchesNewlines(), with: "")) }
    }
    #expect(
      cells == [
        ["a", "<span class=\"unseen\">50 % of 2.00</span>"],
        ["b", "<span class=\"unseen\">over 0.00</span>"],
        ["c", "<span class=\"budget-note\">no budget</span>"],
        ["d", ""],
        ["2 others", ""], ["Total", ""],
      ])
  }

  @Test func `the cells of budgets count where readers choose a text`() throws {
    let page = """
      ---
      title: A
      ---
      ```params
      of: filter x.team
      ```
      ```sql x
      select * from rows
      ```
      ## A
      ```grid x
      columns: [{cost: {format: amount, bar: true, budget: agreed}}, team]
      ```
      """

    let shown = try SampleSite(
      ["page": page], tables: [("from rows", table("cost agreed team", [1, 2, "a"]))]
    ).rendered()["page/index.html"]

    #expect(content(of: shown).contains("<table class=\"grid\" data-filter=\"3\">"))
  }

  @Test func `a pace without a budget is a mistake`() {
    #expect(
      mistake("grid x\ncolumns: [{cost: {pace: even}}]", table("cost even", [1, 1]))
        == "error: the column 'cost' has no 'budget' | fix: add 'budget: …'")
  }
}

// MARK: Degenerate rows

extension ChartKindsWithoutTimeTests {
  private static let long = String(repeating: "Customer ", count: 22) + "x"
  private static let rightToLeft = "שירות לקוחות"

  @Test(
    arguments: [
      [], [["a", 0, 0]], [["a", nil, nil], ["b", nil, nil]], [["a", -5, -7], ["b", -900, 3]],
      [[.text(long), 3, 2], [.text(rightToLeft), 4, 9]], [[nil, .integer(.max), .integer(.max)]],
      [["a", .integer(.min + 1), 1]],
    ] as [[[Cell]]])
  func `degenerate rows are drawn`(amounts: [[Cell]]) throws {
    let bullets = try step(
      "chart x\ntype: bullet\nx: name\ny: cost\nbudget: agreed",
      Table(columns: ["name", "cost", "agreed"], rows: amounts))
    let multiples = try step(
      "chart x\ntype: small-multiples\nx: day\ny: cost\nseries: name",
      Table(
        columns: ["day", "name", "cost"], rows: amounts.map { ["2026-11-22", $0[0], $0[1]] }))
    let waterfall = try step(
      "chart x\ntype: waterfall\nx: name\ny: cost\ntotal: is_total",
      Table(
        columns: ["name", "cost", "is_total"],
        rows: [["from", 0, 1]] + amounts.flatMap { row in [row[0...1] + [0], less(row)] }
          + [["to", 0, 1]]))

    for content in [bullets, multiples, waterfall] {
      #expect(content.contains("<figure class="))
      #expect(!content.contains("nan") && !content.contains("inf"))
    }
  }

  /// The step that takes back what the row adds.
  private func less(_ row: [Cell]) -> [Cell] {
    ["back", row[1].integer.map { .integer(-$0) } ?? .null, 0]
  }
}
