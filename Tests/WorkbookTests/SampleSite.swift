import SourceText
import Synchronization
import Tables
import UsageModel

@testable import Workbook

/// A small site rendered from literal templates and tables.
struct SampleSite {
  static let views = [
    "teams": ["id", "name", "slug", "cost_centre", "colour"],
    "charges": ["day", "team", "cost", "unpriced_tokens"],
    "days": ["day", "month", "weekday", "status"],
  ]
  static let layout = TemplateFile(
    name: "Templates/layout.html",
    text: """
      <!doctype html>
      <html lang="en"><head><title>{{title}}</title>
      <link rel="stylesheet" href="{{theme}}"></head><body>
      <a href="{{home}}">{{organisation}}</a>
      <ul>
      {{navigation}}</ul>
      {{freshness}}
      {{period}}
      {{breadcrumbs}}
      <h1>{{heading}}</h1>
      {{lead}}
      {{facts}}
      <main id="content">
      {{content}}</main>
      <p><strong>{{footer-complete}}</strong></p>
      <p>{{footer-basis}}</p>
      <p>{{contact}}</p>
      <p><a href="{{method}}">How we count</a></p>
      </body></html>

      """)
  static let facts = SiteFacts(
    title: "AI usage and cost", organisation: "Contoso", currency: "EUR", minorUnits: 2,
    timeZone: "Europe/Berlin", asOf: CalendarDay(year: 2026, month: 11, day: 22)!, users: "off",
    contact: "ai@contoso.example", version: "1.0.0", inputsHash: "00",
    daysThatMayChange: [
      CalendarDay(year: 2026, month: 11, day: 21)!, CalendarDay(year: 2026, month: 11, day: 22)!,
    ])

  let templates: [TemplateFile]
  /// The rows of the first entry whose text occurs in a query's last part, its own select.
  let tables: [(text: String, table: Table)]

  /// - Parameters:
  ///   - templates: `Templates/NAME.md` by name.
  init(_ templates: [String: String], tables: [(text: String, table: Table)] = []) {
    self.templates = templates.map { name, text in
      TemplateFile(name: "Templates/\(name).md", text: text)
    }
    self.tables = tables
  }

  func compiled() throws(Diagnostics) -> CompiledWorkbook {
    try compileWorkbook(templates, layout: Self.layout, views: Self.views)
  }

  /// Every file's text by path.
  func rendered() throws -> [String: String] {
    let tables = tables
    return try rendered { sql, _ in tables.last { sql.contains($0.text) }?.table }
  }

  /// - Parameter answer: The rows of a query with what it binds; nil for none.
  func rendered(
    answering answer: @escaping @Sendable (_ sql: String, _ bound: [String: Cell]) -> Table?
  ) throws -> [String: String] {
    let files = Mutex<[String: String]>([:])
    try renderWorkbook(
      compiled(), theme: Theme(layout: Self.layout, stylesheet: Array("a{}".utf8)),
      facts: Self.facts,
      query: { sql, bound, _ in
        if sql.hasPrefix("select day, status from days") { return sampleDays }
        return answer(sql, bound) ?? Table(columns: [], rows: [])
      },
      write: { file in
        files.withLock { $0[file.path] = String(decoding: file.bytes, as: UTF8.self) }
      })
    return files.withLock { $0 }
  }

  /// The mistakes of compiling, or of rendering where there are none.
  func mistakes() throws -> [String] {
    do {
      _ = try rendered()
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.all.map(\.description)
    }
  }
}

/// 16 to 22 November 2026: the 18th is missing, the last two may still change.
private let sampleDays = Table(
  columns: ["day", "status"],
  rows: [
    [.text("2026-11-16"), .text("received")],
    [.text("2026-11-17"), .text("received")],
    [.text("2026-11-18"), .text("missing")],
    [.text("2026-11-19"), .text("received")],
    [.text("2026-11-20"), .text("received")],
    [.text("2026-11-21"), .text("provisional")],
    [.text("2026-11-22"), .text("provisional")],
  ])

/// Rows written as Swift literals.
func table(_ columns: String, _ rows: [Cell]...) -> Table {
  Table(columns: columns.split(separator: " ").map(String.init), rows: rows)
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int64) { self = .integer(number) }
  public init(nilLiteral: ()) { self = .null }
}

/// The blocks below the only sentence of a page with this body.
func blocks(
  _ body: String, partials: [String: String] = [:], tables: [(text: String, table: Table)] = []
) throws -> String {
  let page = "---\ntitle: A\n---\n## A\n\n" + body
  let site = SampleSite(partials.merging(["page": page]) { $1 }, tables: tables)
  return blocks(of: try site.rendered()["page/index.html"])
}

func blocks(of page: String?) -> String {
  let opening = """
    <section class="section" aria-labelledby="s1">
    <div class="row">
    <div class="blocks">
    <h2 id="s1" class="headline lead-headline">A</h2>

    """
  let content = content(of: page)
  guard content.hasPrefix(opening), content.hasSuffix(closing) else { return content }
  return String(content.dropFirst(opening.count).dropLast(closing.count))
}

private let closing = "</div>\n</div>\n</section>\n"

/// The part of a page between the start of its content and its end.
func content(of page: String?) -> String {
  let page = page ?? ""
  guard let start = page.firstRange(of: "<main id=\"content\">\n"),
    let end = page.firstRange(of: "</main>")
  else { return "" }
  return String(page[start.upperBound..<end.lowerBound])
}
