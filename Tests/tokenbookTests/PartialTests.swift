import Foundation
import Testing

/// Lines that a company's own pages share, and built-in ones it changes.
@Suite struct PartialTests {
  private static let page = """
    ---
    title: Audit
    ---

    ## What stands behind the numbers

    <!-- include: trust -->

    The end.

    """

  @Test func `an own partial stands in every page that includes it`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write(
      """
      ```sql audited
      select count(*) as days from days where status <> 'missing'
      ```

      {{organisation}} had {{audited.days}} days audited.

      """, to: "Templates/_trust.md")
    try folder.write(Self.page, to: "Templates/audit.md")
    try folder.write(
      Self.page.replacing("Audit", with: "More"), to: "Templates/more.md")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let site = try folder.tree("site")
    for path in ["audit/index.html", "more/index.html"] {
      #expect(
        try PublishedPage(path, of: site).text
          == "What stands behind the numbers Contoso had 2 days audited. The end.")
    }
    #expect(!site.keys.contains { $0.contains("trust/") })
  }

  @Test func `an own partial of a built-in name is in every built-in page that includes it`() throws
  {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree("site")
    try folder.write(
      "<!-- when: life.goes_on -->\n**Still in use.**\n<!-- /when -->\n", to: "Templates/_ended.md")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let after = try folder.tree("site")
    let pages = after.keys.filter {
      after[$0]?.range(of: Data("<strong>Still in use.</strong>".utf8)) != nil
    }
    #expect(
      pages.sorted() == [
        "features/chat/index.html", "teams/unassigned/index.html", "teams/web/index.html",
      ])
    let changed = differences(before, after).map { String($0.prefix { $0 != "," }) }
    #expect(changed == ["build.json"] + pages.sorted())
  }

  @Test(arguments: [
    Mistake(
      "a value that is not there, in a partial of two pages", ["check"], status: 78,
      errors: """
        error: unknown value 'organization'
            → Templates/_trust.md:3:1
              {{organization}} is audited.
              ^
          fix: did you mean 'organisation'? values: as_of, this_month, last_month, title, \
        organisation, currency, time_zone, users, agreement
        """
    ) { folder in
      try folder.write("One line.\n\n{{organization}} is audited.\n", to: "Templates/_trust.md")
      try folder.write(page, to: "Templates/audit.md")
      try folder.write(page.replacing("Audit", with: "More"), to: "Templates/more.md")
    },
    Mistake(
      "a query that fails, in a partial", ["check"], status: 78,
      errors: """
        error: the query 'audited' failed: there is no view 'dayz'
            → Templates/_trust.md:2:32
              select count(*) as number from dayz
                                             ^
          fix: read one of: alternatives, budgets, charge_lines, charges, comparison, \
        cost_centres, daily_features, daily_teams, days, features, findings, like_for_like, \
        memberships, metered, models, monthly, monthly_lines, months, people, pull_days, pulls, rates, \
        skipped, subscriptions, teams
        """
    ) { folder in
      try folder.write(
        "```sql audited\nselect count(*) as number from dayz\n```\n\n{{audited.number}}\n",
        to: "Templates/_trust.md")
      try folder.write(page, to: "Templates/audit.md")
    },
    Mistake(
      "a partial that is not there", ["check"], status: 78,
      errors: """
        error: no partial 'trust'
            → Templates/audit.md:7:1
              <!-- include: trust -->
              ^
          fix: partials: completeness, ended, spending, spending_tiles
        """
    ) { try $0.write(page, to: "Templates/audit.md") },
    Mistake(
      "a mistake behind an included partial", ["build"], status: 78,
      errors: """
        error: unknown value 'end'
            → Templates/audit.md:9:5
              The {{end}}.
                  ^
          fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, \
        users, agreement
        """
    ) { folder in
      try folder.write("One.\n\nTwo.\n\nThree.\n", to: "Templates/_trust.md")
      try folder.write(page.replacing("end", with: "{{end}}"), to: "Templates/audit.md")
    },
    Mistake(
      "a built-in partial that is never closed", ["check"], status: 78,
      errors: """
        error: 'when' is never closed
            → Templates/_ended.md:1:1
              <!-- when: life.ended -->
              ^
          fix: add '<!-- /when -->'
        """
    ) { try $0.write("<!-- when: life.ended -->\nOver.\n", to: "Templates/_ended.md") },
  ])
  func `a broken partial is named with its own file and line`(mistake: Mistake) throws {
    try mistake.check()
  }
}
