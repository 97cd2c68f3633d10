import Synchronization
import Tables
import UsageModel

@testable import Workbook

/// A page of charts over time, with data from October 2025 to 22 November 2026: 18 November is
/// missing, the last two days may still change.
struct TimeSite {
  var locale = LocaleNotation.britishEnglish
  var asOf = "2026-11-22"
  var missing: Set<String> = ["2026-11-18"]
  /// The rows of the first entry whose text occurs in a query.
  let tables: [(text: String, table: Table)]

  func page(_ template: String) throws -> String {
    let files = Mutex<[String: String]>([:])
    let site = SampleSite(["page": template])
    let (days, tables) = (days, tables)
    try renderWorkbook(
      site.compiled(), theme: Theme(layout: SampleSite.layout, stylesheet: Array("a{}".utf8)),
      facts: SiteFacts(
        title: "AI usage and cost", organisation: "Contoso", currency: "EUR", minorUnits: 2,
        locale: locale, timeZone: "Europe/Berlin", asOf: CalendarDay(asOf)!, users: "off",
        contact: nil, version: "1.0.0", inputsHash: "00"),
      query: { sql, _, _ in
        if sql.hasPrefix("select day, status from days") { return days }
        return tables.first { sql.contains($0.text) }?.table ?? Table(columns: [], rows: [])
      },
      write: { file in
        files.withLock { $0[file.path] = String(decoding: file.bytes, as: UTF8.self) }
      })
    return content(of: files.withLock { $0["page/index.html"] })
  }

  /// The content of a page with one chart of the rows.
  static func chart(
    _ body: String, _ rows: Table, locale: LocaleNotation = .britishEnglish,
    asOf: String = "2026-11-22"
  ) throws -> String {
    try TimeSite(locale: locale, asOf: asOf, tables: [("from rows", rows)]).page(
      "---\ntitle: A\n---\n```sql x\nselect * from rows\n```\n## A\n```chart x\n\(body)\n```")
  }

  private var days: Table {
    let last = CalendarDay(asOf)!
    return Table(
      columns: ["day", "status"],
      rows: (CalendarDay("2025-10-01")!...last).map { day in
        let status =
          missing.contains("\(day)")
          ? "missing" : day > last.advanced(by: -2) ? "provisional" : "received"
        return [.text("\(day)"), .text(status)]
      })
  }
}

/// The texts of a chart's number table, a row per line, from the head on.
func numberRows(_ content: String) -> [String] {
  content.matches(of: /<tr[^>]*>(.*?)<\/tr>/.dotMatchesNewlines()).map { row in
    row.output.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines())
      .map { plainText(String($0.output.1)) }.joined(separator: " | ")
  }
}

func chartSummary(_ content: String) -> String {
  plainText(String(content.firstMatch(of: /<p class="summary"[^>]*>(.*?)<\/p>/)?.output.1 ?? ""))
}

/// The names and details beside the marks of one drawing, `wide` or `narrow`, a text per line.
func labelTexts(_ content: String, in drawing: String) -> [String] {
  let drawings = content.matches(of: /<svg class="(wide|narrow)".*?<\/svg>/.dotMatchesNewlines())
  guard let one = drawings.first(where: { $0.output.1 == drawing }) else { return [] }
  return one.output.0.matches(of: /class="(?:label-name|label-detail|value-label)"[^>]*>([^<]*)/)
    .map { plainText(String($0.output.1)) }
}

/// The entries of the list under a drawing.
func keyTexts(_ content: String) -> [String] {
  content.matches(of: /key-name">([^<]*)<\/span> <span class="key-detail">([^<]*)/).map {
    plainText("\($0.output.1): \($0.output.2)")
  }
}

/// Without what only keeps words on one line.
func plainText(_ text: String) -> String {
  text.replacing("\u{A0}", with: " ").replacing("\u{2060}", with: "")
}
