import Synchronization
import Tables
import UsageModel
import Workbook

/// A page with every place that data can get to, about one name.
struct HostileSite {
  private static let layout = TemplateFile(
    name: "Templates/layout.html",
    text: """
      <!doctype html>
      <html lang="en"><head><title>{{title}}</title>
      <link rel="stylesheet" href="{{theme}}"></head><body>
      <ul>{{navigation}}</ul>
      {{breadcrumbs}}
      <h1>{{heading}}</h1>
      {{lead}}
      {{facts}}
      <main>
      {{content}}</main>
      <p>{{contact}}</p>
      </body></html>

      """)
  private static let page = TemplateFile(
    name: "Templates/page.md",
    text: """
      ---
      title: "{{x.name}}"
      lead: "{{x.name}}"
      ---
      # {{x.name}}
      ```sql x
      select name, slug, day, cost, unpriced_tokens from charges
      ```
      ## About **{{x.name}}**
      See [{{x.name}}](teams/{{x.slug}}), [{{x.name}}](teams/{{x.name}}) and [more]({{x.name}}).

      `{{x.name}}`

      > {{x.name}}

      ```tiles x
      - {label: "{{x.name}}", value: name, detail: "{{x.name}}"}
      ```
      ```grid x
      title: "{{x.name}}"
      columns:
        - name: {label: "{{x.name}}", link: "teams/{slug}"}
        - cost: {format: money, total: true}
      ```
      ```chart x
      type: stacked-column
      x: day
      y: cost
      series: name
      title: "{{x.name}}"
      ```
      """)
  private static let team = TemplateFile(
    name: "Templates/team.md",
    text: """
      ---
      title: "{{team.name}}"
      for-each: teams as team
      ---
      # {{team.name}}
      ## {{team.name}} is a team
      """)
  private static let facts = SiteFacts(
    title: "AI usage and cost", organisation: "Contoso", currency: "EUR", minorUnits: 2,
    timeZone: "Europe/Berlin", asOf: CalendarDay(year: 2026, month: 11, day: 17)!, users: "names",
    contact: nil, version: "1.0.0", inputsHash: "00")

  private let workbook: CompiledWorkbook

  init() throws {
    workbook = try compileWorkbook(
      [Self.page, Self.team], layout: Self.layout,
      views: [
        "teams": ["id", "name", "slug"],
        "charges": ["name", "slug", "day", "cost", "unpriced_tokens"],
        "days": ["day", "month", "weekday", "status"],
      ])
  }

  /// Every file's text by path.
  func files(about name: String) throws -> [String: String] {
    let files = Mutex<[String: String]>([:])
    let days = ["2026-11-16", "2026-11-17"]
    let statuses = Table(
      columns: ["day", "status"], rows: days.map { [.text($0), .text("received")] })
    let teams = Table(
      columns: ["id", "name", "slug"], rows: [[.text("one"), .text(name), .text("one")]])
    let charges = Table(
      columns: ["name", "slug", "day", "cost", "unpriced_tokens"],
      rows: [
        [.text(name), .text("one"), .text(days[0]), .integer(1_250_000_000), .integer(0)]
      ])
    try renderWorkbook(
      workbook, theme: Theme(layout: Self.layout, stylesheet: Array("a{}".utf8)),
      facts: Self.facts,
      query: { sql, _, _ in
        if sql.contains("from charges") { return charges }
        return sql.contains("from days") ? statuses : teams
      },
      write: { file in
        files.withLock { $0[file.path] = String(decoding: file.bytes, as: UTF8.self) }
      })
    return files.withLock { $0 }
  }
}
