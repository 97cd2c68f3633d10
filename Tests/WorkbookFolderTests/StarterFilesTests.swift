import Testing
import WorkbookFolder

@Suite struct StarterFilesTests {
  @Test func `a new folder reads without mistakes`() throws {
    let workbook = try readStarter(starter)

    #expect(workbook.settings.title == "AI \"usage\": # cost\\")
    #expect(workbook.settings.organisation == "Contoso")
    #expect(workbook.settings.currency == "CHF")
    #expect(workbook.settings.timeZone == "Europe/Zurich")
    #expect(workbook.settings.sources == [])
    #expect(workbook.book.rates == [])
  }

  @Test func `the commented examples read without mistakes too`() throws {
    let uncommented = starter.map { file -> (path: String, text: String) in
      var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      if file.path == "tokenbook.yml" {
        lines = lines.map {
          $0.hasPrefix("#  ") || $0.hasPrefix("# agreement") || $0.hasPrefix("# contact")
            ? $0.dropFirst($0.hasPrefix("#  ") ? 1 : 2) : $0
        }
      } else {
        lines[2] = lines[2].dropFirst(2)
      }
      return (file.path, lines.joined(separator: "\n"))
    }

    let workbook = try readStarter(uncommented)

    #expect(
      workbook.settings.sources.map(\.name) == ["gateway", "gateway-export", "code-assistant"])
    #expect(
      workbook.settings.sources.map(\.counts)
        == ["gateway-traffic", "gateway-traffic", "code-assistant"])
    #expect(workbook.settings.agreement?.document == "Works agreement 12")
    #expect(workbook.settings.contact == "ai-costs@company.example")
    #expect(workbook.book.membership.subscriptions.map(\.team) == ["web"])
    #expect(workbook.book.membership.teams.map(\.costCentre) == ["CC-1200"])
    #expect(workbook.book.features.count == 1)
    #expect(workbook.book.models.count == 1)
    #expect(workbook.book.rates.map(\.writtenPrice) == ["2.50"])
    #expect(workbook.book.budgets.count == 1)
  }

  @Test func `a table explains itself in three lines`() {
    let rates = starter.first { $0.path == "rates.csv" }

    #expect(
      rates?.text == """
        # Prices agreed with finance, per 1M, 1K or 1 tokens. An empty model, feature, \
        subscription, team or token_class is any; the narrowest row wins.
        model,feature,subscription,team,token_class,price,per,currency,valid_from,valid_to,\
        agreed_by,agreed_on,document
        # gpt-4o,,,,input,2.50,1M,CHF,2026-01-01,,Head of finance,2025-12-15,Price list 2026

        """)
  }
}

private let starter = starterFiles(
  title: "AI \"usage\": # cost\\", organisation: "Contoso", currency: "CHF",
  timeZone: "Europe/Zurich")

private func readStarter(
  _ files: [(path: String, text: String)]
) throws(WorkbookFolderError) -> WorkbookFolder {
  let contents = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) })
  return try readWorkbookFolder(FolderFiles(contents: contents), root: "/books/ai")
}
