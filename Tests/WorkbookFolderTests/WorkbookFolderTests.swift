import Foundation
import Pricing
import Testing
import UsageModel
import WorkbookFolder

@Suite struct WorkbookFolderTests {
  @Test(arguments: [["Caf\u{E9}", "Cafe\u{301}"], ["Cafe\u{301}", "Caf\u{E9}"]])
  func `a team that is composed differently in two files is one team`(teams: [String]) throws {
    let book = try read([
      "subscriptions.csv":
        "subscription,team,name,valid_from,valid_to\nsub-1,\(teams[0]),,,\n",
      "teams.csv": "team,name,cost_centre,owner,email,valid_from,valid_to\n\(teams[1]),,,,,,\n",
    ]).book

    let composed = Array("Caf\u{E9}".utf8)
    #expect(book.membership.subscriptions.map { Array($0.team.utf8) } == [composed])
    #expect(book.membership.teams.map { Array($0.team.utf8) } == [composed])
  }

  // The ids are `printf 'web\x1f2026-01\x1f…' | sha256sum | head -c 8`.
  @Test func `every table fills the price book in file order`() throws {
    let book = try read([
      "subscriptions.csv": """
      # who pays
      subscription;team;name;valid_from;valid_to
      sub-2;web;Web (test);2026-01-01;2026-06-30
      sub-1;shop;;;

      """,
      "teams.csv": """
      team,name,cost_centre,owner,email,valid_from,valid_to
      web,Web shop,CC-1,Head of web,web@contoso.example,,
      shop,Shop,,,,,

      """,
      "features.csv": "feature,name,owner\nchat,Chat,Product\n",
      "models.csv": """
      metered,model,name,cached
      gpt-4o-2024*,gpt-4o,GPT-4o,beside
      prod-chat,gpt-4o,,
      claude-3,house-model,,
      mystery,house-model,,

      """,
      "rates.csv": rateHeader
        + "gpt-4o,chat,sub-1,shop,cached_input,0.00125,1K,EUR,2026-01-01,,CFO,2025-12-15,PL 26\n"
        + ",,,,,0.0000025,1,EUR,,,,,\n",
      "budgets.csv": "team,month,amount,currency\nweb,2026-01,1500.50,EUR\n,2026-01,9,EUR\n",
    ]).book

    #expect(
      book
        == PriceBook(
          membership: Membership(
            subscriptions: [
              SubscriptionPeriod(
                subscription: "sub-2", team: "web", name: "Web (test)",
                validity: Validity(
                  from: CalendarDay("2026-01-01"), to: CalendarDay("2026-06-30"))),
              SubscriptionPeriod(subscription: "sub-1", team: "shop", name: "", validity: .always),
            ],
            teams: [
              TeamPeriod(
                team: "web", name: "Web shop", costCentre: "CC-1", owner: "Head of web",
                email: "web@contoso.example", validity: .always),
              TeamPeriod(
                team: "shop", name: "Shop", costCentre: "", owner: "", email: "",
                validity: .always),
            ]),
          models: [
            ModelRule(metered: "gpt-4o-2024*", model: "gpt-4o", name: "GPT-4o", cached: .beside),
            ModelRule(metered: "prod-chat", model: "gpt-4o", name: "", cached: .inside),
            ModelRule(metered: "claude-3", model: "house-model", name: "", cached: .beside),
            ModelRule(metered: "mystery", model: "house-model", name: "", cached: .unknown),
          ],
          features: [FeatureName(feature: "chat", name: "Chat", owner: "Product")],
          rates: [
            Rate(
              id: "3cf82815", line: 2,
              scope: RateScope(
                model: "gpt-4o", feature: "chat", subscription: "sub-1", team: "shop",
                tokenClass: .cachedInput),
              price: Price(nanoPerMillion: 1_250_000_000), writtenPrice: "0.00125",
              writtenPer: "1K", currency: "EUR",
              validity: Validity(from: CalendarDay("2026-01-01"), to: nil), agreedBy: "CFO",
              agreedOn: "2025-12-15", document: "PL 26"),
            Rate(
              id: "eac15e1c", line: 3, scope: RateScope(),
              price: Price(nanoPerMillion: 2_500_000_000), writtenPrice: "0.0000025",
              writtenPer: "1", currency: "EUR", validity: .always),
          ],
          budgets: [
            Budget(
              id: "ce13cc9c", team: "web", month: CalendarMonth(year: 2026, month: 1),
              amount: Money(nano: 1_500_500_000_000), currency: "EUR"),
            Budget(
              id: "03321da5", team: nil, month: CalendarMonth(year: 2026, month: 1),
              amount: Money(nano: 9_000_000_000), currency: "EUR"),
          ]))
  }

  @Test func `where teams are listed a team missing from the list is a mistake`() {
    let printed = mistakes([
      "teams.csv": "team,name,cost_centre,owner,email,valid_from,valid_to\nshop,,,,,,\n",
      "subscriptions.csv": "subscription,team,name,valid_from,valid_to\na,shpo,,,\n",
      "rates.csv": rateHeader + ",,,ops,,1,1M,EUR,,,,,\n",
      "budgets.csv": "team,month,amount,currency\nops,2026-01,1,EUR\n,2026-01,1,EUR\n",
    ])

    #expect(
      printed == """
        error: unknown team 'shpo'
            → subscriptions.csv:2:3
              a,shpo,,,
                ^
          fix: did you mean 'shop'? otherwise add a row for it to teams.csv

        error: unknown team 'ops'
            → rates.csv:2:4
              ,,,ops,,1,1M,EUR,,,,,
                 ^
          fix: add a row for it to teams.csv

        error: unknown team 'ops'
            → budgets.csv:2:1
              ops,2026-01,1,EUR
              ^
          fix: add a row for it to teams.csv
        """)
  }

  @Test func `the mistakes of all files are listed at once`() {
    let printed = mistakes([
      "tokenbook.yml": sampleSettings.replacing("EUR", with: "EURO"),
      "subscriptions.csv": nil,
      "rates.csv": nil,
      "teams.csv": "team\n",
      "budgets.csv": "team,month,amount,currency\nweb,2026-01,1,EUR\nweb,2026,1,EUR\n",
    ])

    #expect(
      printed == """
        error: unknown currency 'EURO'
            → tokenbook.yml:3:11
              currency: EURO
                        ^
          fix: did you mean 'EUR'? write an ISO 4217 code such as EUR, GBP or USD

        error: the file is missing
            → subscriptions.csv
          fix: create it with the line: subscription,team,name,valid_from,valid_to

        error: the column 'name' is missing
            → teams.csv:1:1
              team
              ^
          fix: the header must be: team,name,cost_centre,owner,email,valid_from,valid_to

        error: the column 'cost_centre' is missing
            → teams.csv:1:1
              team
              ^
          fix: the header must be: team,name,cost_centre,owner,email,valid_from,valid_to

        error: the column 'owner' is missing
            → teams.csv:1:1
              team
              ^
          fix: the header must be: team,name,cost_centre,owner,email,valid_from,valid_to

        error: the column 'email' is missing
            → teams.csv:1:1
              team
              ^
          fix: the header must be: team,name,cost_centre,owner,email,valid_from,valid_to

        error: the column 'valid_from' is missing
            → teams.csv:1:1
              team
              ^
          fix: the header must be: team,name,cost_centre,owner,email,valid_from,valid_to

        error: the column 'valid_to' is missing
            → teams.csv:1:1
              team
              ^
          fix: the header must be: team,name,cost_centre,owner,email,valid_from,valid_to

        error: the file is missing
            → rates.csv
          fix: create it with the line: model,feature,subscription,team,token_class,price,per,\
        currency,valid_from,valid_to,agreed_by,agreed_on,document

        error: '2026' is not a month
            → budgets.csv:3:5
              web,2026,1,EUR
                  ^
          fix: write YYYY-MM, such as 2026-10
        """)
  }

  @Test func `another byte or another file is another digest`() throws {
    let digests = [
      try read([:]).digest,
      try read(["rates.csv": rateHeader + "# a comment\n"]).digest,
      try read(["features.csv": "feature,name,owner\n"]).digest,
    ]

    #expect(Set(digests).count == 3)
    #expect(try read([:]).digest == digests[0])
  }
}

@Suite struct WorkbookFolderOnDiskTests {
  @Test func `a folder is read from disk`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "workbook-folder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in sampleFiles {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }

    let workbook = try readWorkbookFolder(at: folder.path + "/./")

    #expect(workbook.root == folder.path)
    #expect(workbook.settings.site == folder.path + "/site")
    #expect(try workbook.digest == read([:]).digest)
  }

  @Test func `a folder without tokenbook.yml says how to get one`() throws {
    let error = #expect(throws: WorkbookFolderError.self) {
      try readWorkbookFolder(at: "/nowhere/at/all")
    }

    #expect(error?.errorDescription == "no tokenbook.yml in '/nowhere/at/all'")
    #expect(
      error?.recoverySuggestion
        == "run 'tokenbook init' in an empty folder, or name the workbook folder: '--workbook DIR'")
  }

  @Test func `a file that cannot be read is named`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "workbook-folder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tokenbook.yml"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let error = #expect(throws: WorkbookFolderError.self) {
      try readWorkbookFolder(at: folder.path)
    }

    #expect(error?.errorDescription == "cannot read '\(folder.path)/tokenbook.yml'")
    #expect(
      error?.recoverySuggestion == "make '\(folder.path)/tokenbook.yml' a file that you may read")
  }

  @Test func `mistakes are counted and the first remedy is given`() {
    let error = #expect(throws: WorkbookFolderError.self) {
      try read(["subscriptions.csv": nil, "rates.csv": nil])
    }

    #expect(error?.errorDescription == "2 mistakes in the workbook's files")
    #expect(
      error?.recoverySuggestion
        == "correct subscriptions.csv first: create it with the line: "
        + "subscription,team,name,valid_from,valid_to")
  }
}
