import Synchronization
import Tables
import Testing

@testable import Workbook

@Suite struct TogglesTests {
  private static let measure = """
    ```params
    measure: toggle cost "Cost" | tokens "Tokens" = tokens
    ```

    """
  /// What `measure` is drawn as.
  private static let control = """
    <div class="toggles">
    <fieldset class="toggle" data-name="measure">
    <legend>Measure</legend>
    <label><input type="radio" name="measure" id="t1-c1" value="cost"><span>Cost</span></label>
    <label><input type="radio" name="measure" id="t1-c2" value="tokens" checked><span>Tokens</span></label>
    </fieldset>
    </div>

    """
  private static let daily = table(
    "feature cost tokens unpriced_tokens", ["Drafts", 2_000_000_000, 40, 0],
    ["Search", 1_000_000_000, 20, 400])

  @Test func `toggles are numbered radio buttons, and the first choice or the named one stands`()
    throws
  {
    let html = try blocks(
      """
      ```params
      range: toggle "30 days" | "90 days"
      sort_by: toggle cost | name "By name" = name
      ```
      """)

    #expect(
      html == """
        <div class="toggles">
        <fieldset class="toggle" data-name="range">
        <legend>Range</legend>
        <label><input type="radio" name="range" id="t1-c1" value="30 days" checked><span>30 days</span></label>
        <label><input type="radio" name="range" id="t1-c2" value="90 days"><span>90 days</span></label>
        </fieldset>
        <fieldset class="toggle" data-name="sort_by">
        <legend>Sort by</legend>
        <label><input type="radio" name="sort_by" id="t2-c1" value="cost"><span>Cost</span></label>
        <label><input type="radio" name="sort_by" id="t2-c2" value="name" checked><span>By name</span></label>
        </fieldset>
        </div>

        """)
  }

  @Test func `a text that depends on toggles is there once for each of their combinations`() throws
  {
    let html = try blocks(
      """
      ```params
      a: toggle x | y
      b: toggle one "1" | two "2"
      ```

      {{a}} and {{b}}.

      - {{b}}

      Neither.
      """)

    #expect(
      html.components(between: "</div>\n<div class=\"variants\">\n", and: "<p>Neither.</p>") == """
        <div class="variant" data-t1="1" data-t2="1">
        <p>X and 1.</p>
        </div>
        <div class="variant" data-t1="1" data-t2="2">
        <p>X and 2.</p>
        </div>
        <div class="variant" data-t1="2" data-t2="1">
        <p>Y and 1.</p>
        </div>
        <div class="variant" data-t1="2" data-t2="2">
        <p>Y and 2.</p>
        </div>
        </div>
        <div class="variants">
        <div class="variant" data-t2="1">
        <ul>
        <li>1</li>
        </ul>
        </div>
        <div class="variant" data-t2="2">
        <ul>
        <li>2</li>
        </ul>
        </div>
        </div>

        """)
  }

  @Test func `a toggle in a step is a column, with its own format, title and unpriced sentence`()
    throws
  {
    let html = try blocks(
      Self.measure + """
        ```sql daily
        select * from charges
        ```
        ```grid daily
        title: "{{measure}} by feature"
        columns:
          - feature
          - :measure: {format: {cost: money, tokens: tokens}, total: true}
        sort: -:measure
        ```
        """, tables: [("from charges", Self.daily)])

    #expect(
      html == Self.control + """
        <div class="variants">
        <div class="variant" data-t1="1">
        <figure class="table" id="daily-t1c1">
        <figcaption><span class="figure-title">Cost by feature</span></figcaption>
        <div class="scroll" tabindex="0" role="region" aria-label="Cost by feature"><table class="grid">
        <thead>
        <tr><th scope="col">Feature</th><th scope="col" class="number">Cost</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">Drafts</th><td class="number" data-value="2000000000">€2.00</td></tr>
        <tr><th scope="row">Search</th><td class="number" data-value="1000000000">€1.00</td></tr>
        </tbody>
        <tfoot>
        <tr class="total"><th scope="row">Total</th><td class="number">€3.00</td></tr>
        </tfoot>
        </table></div>
        <p class="unpriced status status-attention">\(StatusIcon.attention.markup) <span>400 tokens here have no agreed price yet and are not in these amounts</span></p>
        <p class="download"><a href="daily.csv" download>Download CSV</a></p>
        </figure>
        </div>
        <div class="variant" data-t1="2">
        <figure class="table" id="daily">
        <figcaption><span class="figure-title">Tokens by feature</span></figcaption>
        <div class="scroll" tabindex="0" role="region" aria-label="Tokens by feature"><table class="grid">
        <thead>
        <tr><th scope="col">Feature</th><th scope="col" class="number">Tokens</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">Drafts</th><td class="number" data-value="40">40</td></tr>
        <tr><th scope="row">Search</th><td class="number" data-value="20">20</td></tr>
        </tbody>
        <tfoot>
        <tr class="total"><th scope="row">Total</th><td class="number">60</td></tr>
        </tfoot>
        </table></div>
        <p class="download"><a href="daily.csv" download>Download CSV</a></p>
        </figure>
        </div>
        </div>

        """)
  }

  /// The text of each run of a query and what it bound, and the files.
  private func runs(
    _ body: String
  ) throws -> (bound: [String: [[String: Cell]]], files: [String: String]) {
    let bound = Mutex<[String: [[String: Cell]]]>([:])
    let site = SampleSite(["page": "---\ntitle: A\n---\n## A\n" + body])
    let files = try site.rendered { sql, given in
      let name = sql.split(separator: "-- ").last.map { String($0.prefix { $0 != "\n" }) } ?? ""
      bound.withLock { $0[name, default: []].append(given) }
      return table("range days", [given["range"] ?? nil, 1])
    }
    return (bound.withLock { $0 }, files)
  }

  @Test func `a toggle in SQL runs the query once for each choice`() throws {
    let (bound, files) = try runs(
      """
      ```params
      range: toggle "30 days" | "90 days" = "90 days"
      measure: toggle days | range
      ```
      ```sql recent
      select :range as range, :as_of as days -- recent
      ```
      ```sql all
      select 1 as days -- all
      ```
      ```grid recent
      columns:
        - range
        - :measure
      ```
      ```grid all
      columns:
        - :measure
      ```
      It was {{recent.range}}.
      """)

    #expect(
      bound == [
        "recent": [
          ["range": "30 days", "as_of": "2026-11-22"], ["range": "90 days", "as_of": "2026-11-22"],
        ],
        "all": [[:]],
      ])
    let page = blocks(of: files["page/index.html"])
    #expect(
      page.matches(of: /<div class="variant"([^>]*)>\n<(?:figure class="table" id="([^"]*)|p>.*<)/)
        .map { "\($0.output.1) \($0.output.2 ?? "")" } == [
          " data-t1=\"1\" data-t2=\"1\" recent-t1c1",
          " data-t1=\"1\" data-t2=\"2\" recent-t1c1-t2c2",
          " data-t1=\"2\" data-t2=\"1\" recent", " data-t1=\"2\" data-t2=\"2\" recent-t2c2",
          " data-t2=\"1\" all", " data-t2=\"2\" all-t2c2",
          " data-t1=\"1\" ", " data-t1=\"2\" ",
        ])
    #expect(
      page.hasSuffix(
        """
        <div class="variants">
        <div class="variant" data-t1="1">
        <p>It was 30 days.</p>
        </div>
        <div class="variant" data-t1="2">
        <p>It was 90 days.</p>
        </div>
        </div>

        """))
  }

  @Test func `a query has one CSV file for each choice that it binds`() throws {
    let (_, files) = try runs(
      """
      ```params
      range: toggle "30 days" | b
      measure: toggle days | range
      ```
      ```sql recent
      select :range as range -- recent
      ```
      ```grid recent
      columns:
        - :measure
      ```
      ```download recent
      title: All
      ```
      """)

    #expect(
      files.filter { $0.key.hasSuffix(".csv") } == [
        "page/recent.30-days-ffd728.csv": "\u{FEFF}range,days\r\n30 days,1\r\n",
        "page/recent.b.csv": "\u{FEFF}range,days\r\nb,1\r\n",
      ])
    let links = files["page/index.html"]!.matches(of: /href="([^"]*\.csv)"/).map(\.output.1)
    #expect(Set(links) == ["recent.30-days-ffd728.csv", "recent.b.csv"])
    #expect(links.count == 6)
  }

  @Test func `a query that reads one with a toggle runs once for each choice too`() throws {
    let (bound, files) = try runs(
      """
      ```params
      range: toggle a | b
      ```
      ```sql recent
      select :range as range
      ```
      ```sql sum
      select range from recent -- sum
      ```
      {{sum.range}}
      """)

    let choices: [[String: Cell]] = [["range": "a"], ["range": "b"]]
    #expect(bound == ["select :range as range": choices, "sum": choices])
    #expect(
      files["page/index.html"]!.matches(of: /<p>(.)<\/p>/).map(\.output.1) == ["a", "b"])
  }

  @Test func `inside 'when' the choice is made`() throws {
    let html = try blocks(
      Self.measure + """
        ```sql daily
        select 1 as feature
        ```

        <!-- when: measure == cost -->

        {{measure}}, and once: {{daily.tokens}}

        <!-- when: measure == tokens -->

        never

        <!-- /when -->

        <!-- when: measure == cost -->

        ```tiles daily
        - {label: Used, value: ":measure"}
        ```

        <!-- /when -->
        <!-- /when -->
        """, tables: [("select 1", table("cost tokens", ["€1", 7]))])

    #expect(
      html == Self.control + """
        <div class="variants">
        <div class="variant" data-t1="1">
        <p>Cost, and once: 7</p>
        <dl class="tiles">
        <div class="tile"><dt>Used</dt><dd class="tile-value">€1</dd></div>
        </dl>
        </div>
        </div>

        """)
  }

  @Test func `choices of more than one word are written with or without quotes`() throws {
    let html = try blocks(
      """
      ```params
      range: toggle "30 days" | "90 days"
      ```

      <!-- when: range == 90 days -->

      Long.

      <!-- /when -->

      <!-- when: range == "30 days" -->

      Short.

      <!-- /when -->
      """)

    #expect(
      html.matches(of: /data-t1="(\d)">\n<p>([^<]*)/).map { "\($0.output.1) \($0.output.2)" } == [
        "2 Long.", "1 Short.",
      ])
  }

  @Test func `a condition on a query with a toggle is looked at for each choice`() throws {
    let site = SampleSite([
      "page": """
      ---
      title: A
      ---
      ## A
      ```params
      range: toggle a | b
      ```
      ```sql recent
      select :range as range, 0 as late
      ```
      <!-- when: recent.late -->
      ### Late
      Late in {{recent.range}}, which {{range}} is.
      <!-- /when -->
      """
    ])

    let files = try site.rendered { _, given in
      table("range late", [given["range"]!, given["range"] == "b" ? 3 : 0])
    }

    #expect(
      blocks(of: files["page/index.html"]).components(
        between: "</div>\n<div class=\"variants\">\n", and: "</div>\n</main>") == """
          <div class="variant" data-t1="1">
          </div>
          <div class="variant" data-t1="2">
          <h3>Late</h3>
          <p>Late in b, which B is.</p>
          </div>
          </div>

          """)
  }

  @Test func `ids are unique over all variants`() throws {
    let site = SampleSite([
      "page": """
      ---
      title: A
      ---
      ## A
      ```params
      s1: toggle a | b | c
      measure: toggle cost | tokens
      ```
      ```sql t1
      select day, :s1 as name, cost, tokens from charges
      ```
      ### T1
      ### T1
      ### Content
      ### S1
      ### T1 title
      ### T1-c1
      <!-- when: t1.cost -->
      ### T1
      ```chart t1
      type: bar
      x: name
      y: tokens
      ```
      ```grid t1
      columns: [name]
      ```
      <!-- /when -->
      ```chart t1
      type: bar
      x: name
      y: :measure
      ```
      """
    ])

    let files = try site.rendered { _, _ in
      table("day name cost tokens unpriced_tokens", ["2026-11-16", "a", 5, 5, 0])
    }

    let page = files["page/index.html"]!
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(ids.count > 30)
    #expect(Set(ids).count == ids.count, "\(ids.sorted())")
    let references = page.matches(of: /(?:aria-labelledby|aria-describedby)="([^"]*)"/)
    #expect(references.allSatisfy { ids.contains(String($0.output.1)) })
  }
}

extension String {
  /// What stands between the first of one text and the next of another, or the end.
  func components(between start: String, and end: String) -> String {
    guard let first = firstRange(of: start) else { return "" }
    let rest = self[first.upperBound...]
    return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
  }
}
