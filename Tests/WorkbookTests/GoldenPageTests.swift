import Tables
import Testing

@testable import Workbook

@Suite struct GoldenPageTests {
  /// One page with everything the language has.
  static let template = """
    ---
    title: "{{team.name}}: AI usage and cost"
    for-each: teams as team
    section: Teams
    lead: "To {{as_of | date}}"
    facts:
      - Cost centre: "{{team.cost_centre ?? \\"none\\"}}"
    breadcrumbs:
      - Overview: .
    ---
    # **{{team.name}}**

    ```sql spent
    select spend(cost) as cost, sum(tokens) as tokens, sum(unpriced_tokens) as unpriced_tokens
    from charges where team = :team
    ```

    ```sql nothing
    select 1 as here from spent where cost < 0
    ```

    <!-- question: What did we spend in {{this_month | month}}? -->
    ## {{team.name}} spent **{{spent.cost | money}}** so far

    ```tiles spent
    - label: "{{this_month | month}}"
      value: cost
      format: money
      detail: "{{spent.tokens | words}} tokens"
    - {label: Tokens, value: tokens, format: tokens}
    ```

    Text with `{{spent.tokens | compact}}`, *{{nothing.here}}* and [all pages](.).

    > **A note** beside it.

    | Word | Cost |
    |---|--:|
    | Here | {{spent.cost ?? "nothing" | money}} |

    - one
    - two

    ```swift
    let literal = "{{ stays }}"
    ```

    <!-- when: nothing.here -->
    ## Never shown
    <!-- /when -->

    ```sql daily
    select day, feature, colour, cost, unpriced_tokens from charges where team = :team
    ```

    <!-- question: On what? -->
    ## On **features**

    ```chart daily
    type: stacked-column
    x: day
    y: cost
    series: feature
    title: Cost per day, by feature
    ```

    ```grid daily
    title: Every feature
    columns:
      - feature: {label: Feature, swatch: colour, link: "teams/{{feature}}"}
      - day: {spark: cost, label: Trend, wide: true}
      - cost: {format: amount, total: true, bar: true, label: EUR}
      - share: {share: cost}
    sort: -cost
    total: "{{team.name}}"
    ```

    ```sql features
    select feature, sum(cost) as cost, sum(unpriced_tokens) as unpriced_tokens from daily
    group by feature order by cost desc
    ```

    ```chart features
    type: bar
    x: feature
    y: cost
    ```

    ```sql calendar
    select day, status from days
    ```

    ```chart calendar
    type: calendar
    x: day
    y: status
    title: Every day
    ```

    ```sql checks
    select item, state, difference, unpriced_tokens from charges where team = :team order by item
    ```

    ```grid checks
    columns:
      - item: {status: state, detail: state}
      - difference: {format: change, difference: true, total: true}
    top: 2
    last: zebra
    ```
    """

  @Test func `a page with everything`() throws {
    let site = SampleSite(
      [
        "team": Self.template,
        "overview": """
        ---
        title: Overview
        navigation: Overview
        ---
        ## Nothing
        """,
      ],
      tables: [
        (
          "select * from \"teams\"",
          table("id name slug cost_centre", ["sales", "Sales", "sales", nil])
        ),
        (
          "spend(cost)",
          table("cost tokens unpriced_tokens", [1_234_567_890_000, 1_204_000, 1_000])
        ),
        ("where cost < 0", table("here")),
        (
          "select day, feature",
          table(
            "day feature colour cost unpriced_tokens",
            ["2026-11-16", "Drafts", 1, 2_004_000_000, 0],
            ["2026-11-17", "Drafts", 1, 1_004_000_000, 400],
            ["2026-11-17", "Search", 1, 1_004_000_000, 0],
            ["2026-11-22", "Search", 1, 504_000_000, 600])
        ),
        (
          "from daily",
          table(
            "feature cost unpriced_tokens", ["Drafts", 3_008_000_000, 400],
            ["Search", 1_508_000_000, 600])
        ),
        (
          "select day, status\n",
          table("day status", ["2026-11-16", "received"], ["2026-11-18", "missing"])
        ),
        (
          "select item",
          table(
            "item state difference unpriced_tokens", ["apple", "ok", 5_000_000_000, 0],
            ["pear", "attention", -2_500_000_000, 0], ["quince", "ok", 1_000_000_000, 0],
            ["rhubarb", "problem", 1_000_000_000, 0], ["zebra", "ok", nil, 0])
        ),
      ])

    let files = try site.rendered()

    #expect(
      files.keys.sorted() == [
        "assets/search.js", "assets/theme-5f546eb4.css", "assets/tokenbook-e3b0c442.js",
        "build.json", "index.html", "teams/sales/calendar.csv", "teams/sales/checks.csv",
        "teams/sales/daily.csv", "teams/sales/features.csv", "teams/sales/index.html",
      ])
    try expectGolden(files["teams/sales/index.html"]!, "team.html")
    #expect(
      files["teams/sales/daily.csv"]
        == "\u{FEFF}day,feature,colour,cost,unpriced_tokens\r\n"
        + "2026-11-16,Drafts,1,2.004000000,0\r\n" + "2026-11-17,Drafts,1,1.004000000,400\r\n"
        + "2026-11-17,Search,1,1.004000000,0\r\n" + "2026-11-22,Search,1,0.504000000,600\r\n")
  }
}
