import Testing
import UsageModel

@testable import DemoCompany

@Suite struct DemoCompanyTests {
  @Test func `the demo is a whole workbook folder`() {
    #expect(
      demoFiles.keys.sorted() == [
        "budgets.csv", "code-assistant.csv", "exports/2025-11.jsonl", "exports/2025-12.jsonl",
        "exports/2026-01.jsonl", "exports/2026-02.jsonl", "exports/2026-03.jsonl",
        "exports/2026-04.jsonl", "exports/2026-05.jsonl", "exports/2026-06.jsonl",
        "exports/2026-07.jsonl", "exports/2026-08.jsonl", "exports/2026-09.jsonl",
        "exports/2026-10.jsonl", "exports/2026-11.jsonl", "features.csv", "logo.svg",
        "models.csv", "rates.csv", "subscriptions.csv", "teams.csv", "tokenbook.yml",
      ])
  }

  @Test func `the same bytes come out every time and everywhere`() {
    #expect(generatedFiles() == demoFiles)
    #expect(checksum(of: demoFiles) == 1_586_170_882_284_067_444)
  }

  @Test func `the demo stays small`() {
    let bytes = demoFiles.values.reduce(0) { $0 + $1.count }
    let records = exportPaths.reduce(0) { $0 + lines($1).count }

    #expect(bytes < 40_000_000)
    #expect(records < 120_000)
  }

  @Test(arguments: [
    ("teams.csv", "team,name,cost_centre,owner,email,valid_from,valid_to"),
    ("subscriptions.csv", "subscription,team,name,valid_from,valid_to"),
    ("features.csv", "feature,name,owner"),
    ("models.csv", "metered,model,name,cached"),
    ("budgets.csv", "team,month,amount,currency"),
    (
      "rates.csv",
      "model,feature,subscription,team,token_class,price,per,currency,valid_from,valid_to,"
        + "agreed_by,agreed_on,document"
    ),
    (
      "code-assistant.csv",
      "date,developer,suggestions,prompt_tokens,completion_tokens,cached_tokens"
    ),
  ])
  func `a table has its header and rows as wide`(path: String, header: String) throws {
    let rows = lines(path).filter { !$0.hasPrefix("#") }

    #expect(rows.first == header)
    let width = header.count { $0 == "," }
    for row in rows { #expect(row.count { $0 == "," } == width, "\(row)") }
  }

  @Test func `both sources have every day of the 13 months but one`() throws {
    let calendar = try #require(LocalCalendar(identifier: "Europe/Berlin"))
    var exported: Set<CalendarDay> = []
    for path in exportPaths {
      var month: Set<CalendarDay> = []
      for line in lines(path) {
        // {"TimeGenerated":"2026-11-22T09
        let time = Array(line.utf8.prefix(31))
        let date = try #require(CalendarDay(String(decoding: time[18..<28], as: UTF8.self)))
        let hour = try #require(Int(String(decoding: time[29..<31], as: UTF8.self)))
        let second = date.daysSince1970 * 86_400 + hour * 3_600
        month.insert(calendar.day(of: Timestamp(ticks: Int64(second) * 10_000_000)))
      }
      #expect(month.allSatisfy { path == "exports/\($0.month).jsonl" })
      exported.formUnion(month)
    }
    let tabled = Set(lines("code-assistant.csv").compactMap { CalendarDay($0.prefix(10)) })

    let first = try #require(CalendarDay("2025-11-01"))
    let last = try #require(CalendarDay("2026-11-22"))
    let gap = try #require(CalendarDay("2026-11-04"))
    #expect(exported == Set(first...last).subtracting([gap]))
    #expect(tabled == exported)
  }
}
