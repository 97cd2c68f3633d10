import Foundation
import GRDB
import Pricing
import Testing
import UsageModel

@testable import SnapshotStore

/// One team, one priced model, one subscription that nobody pays for.
private let book = PriceBook(
  membership: Membership(
    subscriptions: [
      SubscriptionPeriod(
        subscription: "sub-a", team: "sales", name: "Sales chat",
        validity: Validity(from: day("2026-10-01"), to: nil))
    ],
    teams: [
      TeamPeriod(
        team: "sales", name: "Sales", costCentre: "CC-1", owner: "Ida", email: "",
        validity: Validity(from: nil, to: day("2026-10-31"))),
      TeamPeriod(
        team: "sales", name: "Sales & Service", costCentre: "CC-2", owner: "",
        email: "s@example.com",
        validity: Validity(from: day("2026-11-01"), to: nil)),
    ]),
  models: [ModelRule(metered: "opal-*", model: "opal", name: "Opal", cached: .inside)],
  features: [FeatureName(feature: "chat", name: "Chat", owner: "Otto")],
  rates: [
    rate(RateScope(model: "opal"), nanoPerMillion: 2_500_000_000),
    rate(RateScope(model: "ruby"), nanoPerMillion: 1, line: 3),
  ],
  budgets: [
    Budget(
      id: "b0000001", team: "sales", month: CalendarMonth("2026-10")!, amount: Money(nano: 5),
      currency: "EUR")
  ])

private let usage = [
  point(
    "2026-10-31", model: "opal-2",
    TokenCounts(prompt: 100, completion: 20, total: 120, cached: 40, requests: 3)),
  point("2026-11-02", model: "opal-2", TokenCounts(prompt: 10, completion: 2, total: 11)),
  point(
    "2026-11-02", subscription: "sub-b", user: "bob", feature: "unknown", model: "jade",
    TokenCounts(prompt: 7)),
]

@Suite struct ChargesCacheTests {
  /// What each view holds for the example.
  static let views: [(view: String, lines: [String])] = [
    (
      "days",
      [
        "2026-10-31 | 2026-10 | 6 | received", "2026-11-01 | 2026-11 | 7 | missing",
        "2026-11-02 | 2026-11 | 1 | provisional",
      ]
    ),
    (
      "months",
      [
        "2026-10 | closed | 1 | 1 | 2026-10 | October 2026 | 2026-10",
        "2026-11 | open | 2 | 1 | 2026-11 | November 2026 | 2026-11",
      ]
    ),
    (
      "charges",
      [
        "2026-10-31 | 2026-10 | CC-1 | sales | sub-a | chat | opal | 3 | 120 | 60 | 40 | 0 | 20 "
          + "| 300000 | 0 | 120 | -",
        "2026-11-02 | 2026-11 | CC-2 | sales | sub-a | chat | opal | 0 | 12 | 10 | - | 0 | 2 "
          + "| 30000 | 0 | 12 | -",
        "2026-11-02 | 2026-11 | unassigned | unassigned | sub-b | unknown | jade | 0 | 7 | 7 | - "
          + "| 0 | 0 | - | 7 | 0 | -",
      ]
    ),
    (
      "charge_lines",
      [
        "2026-10-31 | 2026-10 | sales | CC-1 | sub-a | chat | opal | cached_input | 40 | 00000002 "
          + "| 2500000000 | 100000",
        "2026-10-31 | 2026-10 | sales | CC-1 | sub-a | chat | opal | input | 60 | 00000002 "
          + "| 2500000000 | 150000",
        "2026-10-31 | 2026-10 | sales | CC-1 | sub-a | chat | opal | output | 20 | 00000002 "
          + "| 2500000000 | 50000",
        "2026-11-02 | 2026-11 | sales | CC-2 | sub-a | chat | opal | input | 10 | 00000002 "
          + "| 2500000000 | 25000",
        "2026-11-02 | 2026-11 | sales | CC-2 | sub-a | chat | opal | output | 2 | 00000002 "
          + "| 2500000000 | 5000",
        "2026-11-02 | 2026-11 | unassigned | unassigned | sub-b | unknown | jade | input | 7 | - "
          + "| - | -",
      ]
    ),
    (
      "monthly_lines",
      [
        "2026-10 | sales | CC-1 | sub-a | chat | opal | cached_input | 40 | 00000002 | 2500000000 "
          + "| 100000 | 0",
        "2026-10 | sales | CC-1 | sub-a | chat | opal | input | 60 | 00000002 | 2500000000 "
          + "| 150000 | 0",
        "2026-10 | sales | CC-1 | sub-a | chat | opal | output | 20 | 00000002 | 2500000000 "
          + "| 50000 | 0",
        "2026-11 | sales | CC-2 | sub-a | chat | opal | input | 10 | 00000002 | 2500000000 "
          + "| 25000 | 0",
        "2026-11 | sales | CC-2 | sub-a | chat | opal | output | 2 | 00000002 | 2500000000 "
          + "| 5000 | 0",
        "2026-11 | unassigned | unassigned | sub-b | unknown | jade | input | 7 | - | - | - | 7",
      ]
    ),
    (
      "people",
      [
        "2026-10 | sales | chat | ann | 3 | 120 | 300000 | 0 | 1 | names",
        "2026-11 | sales | chat | ann | 0 | 12 | 30000 | 0 | 1 | names",
        "2026-11 | unassigned | unknown | bob | 0 | 7 | - | 7 | 1 | names",
      ]
    ),
    (
      "metered",
      [
        "2026-10-31 | gateway | Completion Tokens | opal | 20 | - | 1",
        "2026-10-31 | gateway | Prompt Cached Tokens | opal | 40 | - | 1",
        "2026-10-31 | gateway | Prompt Tokens | opal | 100 | - | 1",
        "2026-10-31 | gateway | Total Tokens | opal | 120 | 3 | 0",
        "2026-11-02 | gateway | Audio Tokens | opal | 9 | 1 | 0",
        "2026-11-02 | gateway | Completion Tokens | opal | 2 | - | 1",
        "2026-11-02 | gateway | Prompt Tokens | jade | 7 | - | 1",
        "2026-11-02 | gateway | Prompt Tokens | opal | 10 | - | 1",
        "2026-11-02 | gateway | Total Tokens | opal | 11 | - | 0",
      ]
    ),
    (
      "teams",
      [
        "sales | Sales & Service | sales | 0 | 2026-10-31 | 1 | CC-2 | - | s@example.com "
          + "| 2026-11-01 | -",
        "unassigned | Not assigned to a team | unassigned | 1 | 2026-11-02 | 1 | unassigned | - "
          + "| - | - | -",
      ]
    ),
    (
      "cost_centres",
      [
        "CC-1 | CC-1 | cc-1-009db0 | 0 | 2026-10-31 | 0",
        "CC-2 | CC-2 | cc-2-7934dd | 1 | 2026-11-02 | 1",
        "unassigned | Not assigned to a cost centre | unassigned | 2 | 2026-11-02 | 1",
      ]
    ),
    (
      "subscriptions",
      [
        "sub-a | Sales chat | sub-a | 0 | 2026-10-31 | 1 | sales | 2026-10-01 | -",
        "sub-b | sub-b | sub-b | 1 | 2026-11-02 | 1 | unassigned | - | -",
      ]
    ),
    (
      "features",
      [
        "chat | Chat | chat | 0 | 2026-10-31 | 1 | Otto",
        "unknown | Not named | unknown | 1 | 2026-11-02 | 1 | -",
      ]
    ),
    (
      "models",
      [
        "jade | jade | jade | 1 | 2026-11-02 | 1 | unknown | jade",
        "opal | Opal | opal | 0 | 2026-10-31 | 1 | inside | opal-*",
        "ruby | ruby | ruby | 2 | - | 0 | unknown | ",
      ]
    ),
    (
      "rates",
      [
        "00000002 | 2 | model opal | opal | - | - | - | - | 2500000000 | 2.50 | 1M | EUR | - | - "
          + "| - | - | - | 1",
        "00000003 | 3 | model ruby | ruby | - | - | - | - | 1 | 2.50 | 1M | EUR | - | - "
          + "| - | - | - | 0",
      ]
    ),
    ("budgets", ["b0000001 | sales | 2026-10 | 5 | EUR | 1"]),
    (
      "memberships",
      [
        "sub-a | sales | CC-1 | 2026-10-01 | 2026-10-31", "sub-a | sales | CC-2 | 2026-11-01 | -",
      ]
    ),
    ("pulls", ["gateway | 2026-10-31 | 2026-11-02 | 4 | 2026-11-02T13:00:00Z | imported | -"]),
    (
      "pull_days",
      [
        "2026-10-31 | gateway | gateway | 1 | received | 1 | 160 | - | - | - | - | -",
        "2026-11-01 | gateway | gateway | 0 | missing | 0 | 0 | - | - | - | - | -",
        "2026-11-02 | gateway | gateway | 1 | provisional | 3 | 28 | - | - | - | - | -",
      ]
    ),
    ("alternatives", []),
    ("skipped", []),
    (
      "findings",
      [
        "attention | total-mismatch | 2026-11-02 | opal-2 | source 'gateway' metered 11 tokens in "
          + "total, and 12 in prompt and completion, on 1 day | prompt and completion are charged; "
          + "look for missing records at the source | -",
        "attention | unassigned-subscription | 2026-11-02 | sub-b | no team pays for subscription "
          + "'sub-b': 7 tokens | add to subscriptions.csv: sub-b,TEAM,NAME,2026-11-02, "
          + "| sub-b,TEAM,NAME,2026-11-02,",
        "note | unknown-metric | 2026-11-02 | Audio Tokens | source 'gateway' metered 9 tokens "
          + "under a name that is in no token class | nothing to do: they stand in 'metered' and "
          + "are not charged | -",
        "note | unused-rate | - | 00000003 | line 3 of rates.csv (model ruby) has priced nothing "
          + "| check its spelling, or give it a valid_to | -",
        "problem | missing-day | 2026-11-01 | 2026-11-01 | no source has delivered 2026-11-01 "
          + "| import the files of 2026-11-01 | -",
        "problem | unpriced-model | 2026-11-02 | jade | 7 tokens of 'jade' have no agreed price "
          + "| add to rates.csv: jade,,,,,PRICE,1M,EUR,2026-11-02,,,, "
          + "| jade,,,,,PRICE,1M,EUR,2026-11-02,,,,",
      ]
    ),
    (
      "daily_teams",
      [
        "2026-10-31 | 2026-10 | CC-1 | sales | sub-a | 3 | 120 | 60 | 40 | 0 | 20 | 300000 | 0 "
          + "| 120",
        "2026-11-02 | 2026-11 | CC-2 | sales | sub-a | 0 | 12 | 10 | - | 0 | 2 | 30000 | 0 | 12",
        "2026-11-02 | 2026-11 | unassigned | unassigned | sub-b | 0 | 7 | 7 | - | 0 | 0 | - | 7 "
          + "| 0",
      ]
    ),
    (
      "daily_features",
      [
        "2026-10-31 | 2026-10 | chat | opal | 3 | 120 | 60 | 40 | 0 | 20 | 300000 | 0 | 120",
        "2026-11-02 | 2026-11 | chat | opal | 0 | 12 | 10 | - | 0 | 2 | 30000 | 0 | 12",
        "2026-11-02 | 2026-11 | unknown | jade | 0 | 7 | 7 | - | 0 | 0 | - | 7 | 0",
      ]
    ),
    (
      "monthly",
      [
        "2026-10 | CC-1 | sales | chat | opal | 3 | 120 | 60 | 40 | 0 | 20 | 300000 | 0 | 120",
        "2026-11 | CC-2 | sales | chat | opal | 0 | 12 | 10 | - | 0 | 2 | 30000 | 0 | 12",
        "2026-11 | unassigned | unassigned | unknown | jade | 0 | 7 | 7 | - | 0 | 0 | - | 7 | 0",
      ]
    ),
    ("like_for_like", []),
    ("comparison", ["2 | 2026-11 | 2026-10 | 0 | 2"]),
  ]

  @Test func `each view holds what the contract says`() throws {
    try withTemporaryFolder { folder in
      let reader = try exampleReader(in: folder, people: .names)

      for (view, expected) in Self.views {
        #expect(try reader.lines("select * from \(view)") == expected, "\(view)")
      }
      #expect(Self.views.map(\.view).sorted() == viewNames)
    }
  }

  @Test func `nobody is in a cache that shows no people`() throws {
    try withTemporaryFolder { folder in
      let reader = try exampleReader(in: folder, people: .off)

      #expect(try reader.rows("select * from people").rows == [])
      let bytes = FileManager.default.contents(atPath: folder + "/.tokenbook/charges.sqlite")!
      #expect(bytes.range(of: Data("bob".utf8)) == nil)
      #expect(bytes.range(of: Data("jade".utf8)) != nil)
    }
  }

  @Test func `the cache can be read by its owner only`() throws {
    try withTemporaryFolder { folder in
      _ = try exampleReader(in: folder)

      #expect(try permissions(of: folder + "/.tokenbook") == 0o700)
      #expect(try permissions(of: folder + "/.tokenbook/charges.sqlite") == 0o600)
    }
  }

  @Test func `the cache is made again only where something changed`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/charges.sqlite"
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(usage)
      func refreshed(_ rules: CacheRules) throws -> (inode: Int, key: String) {
        let reader = try ChargesCache.refresh(at: path, from: snapshot, book: book, rules: rules)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return ((attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0, reader.cacheKey)
      }

      let first = try refreshed(rules())
      let same = try refreshed(rules())
      let otherFiles = try refreshed(rules(folderDigest: "edited"))
      try snapshot.add([point("2026-11-03", TokenCounts(prompt: 1))])
      let otherUsage = try refreshed(rules(folderDigest: "edited"))

      #expect(same == first)
      #expect(Set([first.key, otherFiles.key, otherUsage.key]).count == 3)
      #expect(otherFiles.inode != first.inode)
      #expect(otherUsage.inode != otherFiles.inode)
    }
  }

  @Test func `a damaged cache and an unfinished one are replaced`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/charges.sqlite"
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(usage)
      try "not a database".write(toFile: path, atomically: false, encoding: .utf8)
      try "half".write(toFile: path + ".new", atomically: false, encoding: .utf8)

      let reader = try ChargesCache.refresh(at: path, from: snapshot, book: book, rules: rules())

      #expect(try reader.rows("select count(*) from charges").rows == [[.integer(3)]])
      #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }
  }

  @Test func `days after as_of are on no page`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(usage)

      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: book,
        rules: rules(asOf: "2026-10-31"))

      #expect(reader.asOf == day("2026-10-31"))
      #expect(reader.firstDay == day("2026-10-31"))
      #expect(reader.newestDay == day("2026-11-02"))
      #expect(
        try reader.lines("select first_day, last_day, rows, last_ingested from pulls") == [
          "2026-10-31 | 2026-10-31 | 1 | 2026-10-31T13:00:00Z"
        ])
      #expect(try reader.lines("select day, team from charges") == ["2026-10-31 | sales"])
      #expect(
        try reader.lines("select id, name from teams") == [
          "sales | Sales", "unassigned | Not assigned to a team",
        ])
    }
  }

  @Test(arguments: ["2026-10-30", "2026-11-03"])
  func `an as_of outside the data is refused`(asOf: String) throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(usage)

      #expect(
        throws: SnapshotError.outsideData(
          asOf: day(asOf), first: day("2026-10-31"), newest: day("2026-11-02"))
      ) {
        try ChargesCache.refresh(
          at: folder + "/charges.sqlite", from: snapshot, book: book, rules: rules(asOf: asOf))
      }
    }
  }

  @Test func `an empty snapshot gives empty views and says so`() throws {
    try withTemporaryFolder { folder in
      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: try Snapshot.make(in: folder), book: noBook,
        rules: rules())

      #expect(reader.asOf == nil)
      #expect(reader.firstDay == nil)
      #expect(reader.newestDay == nil)
      #expect(try reader.rows("select * from days").rows == [])
      #expect(
        try reader.lines("select code, remedy, :as_of from findings") == [
          "no-usage | run `tokenbook import` | -"
        ])
    }
  }

  @Test func `a source that the workbook no longer names is an error`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(usage)

      #expect(
        throws: SnapshotError.sourceNotConfigured(source: "gateway", lastDay: day("2026-11-02"))
      ) {
        try ChargesCache.refresh(
          at: folder + "/charges.sqlite", from: snapshot, book: book, rules: rules(sources: []))
      }
    }
  }

  static let plans = [
    "select sum(cost) from charges where team = 'sales' and day > '2026-10-01'",
    "select day, feature, sum(cost) from charges where team = 'sales' "
      + "and day > date('2026-11-02', '-30 days') group by day, feature",
    "select * from charge_lines where team = 'sales' and day = '2026-10-31'",
  ]

  @Test(arguments: plans)
  func `a page about one team reads that team's rows only`(sql: String) throws {
    try withTemporaryFolder { folder in
      _ = try exampleReader(in: folder)
      let cache = try DatabaseQueue(path: folder + "/.tokenbook/charges.sqlite")

      let plan = try cache.read { database in
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
      }

      let reads = plan.filter { $0.contains(" c ") || $0.contains(" s ") }
      #expect(
        Set(reads) == [
          "SEARCH s USING PRIMARY KEY (team=?)",
          "SEARCH c USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)",
        ], "\(plan)")
    }
  }

  private func exampleReader(in folder: String, people: ShownPeople = .off) throws -> ChargesReader
  {
    let snapshot = try Snapshot.make(in: folder)
    let other = OtherPoint(
      series: usage[1].series, day: usage[1].day, utcMonth: usage[1].utcMonth,
      metric: "Audio Tokens", tokens: 9, requests: 1)
    try snapshot.add(usage, others: [other])
    return try ChargesCache.refresh(
      at: folder + "/.tokenbook/charges.sqlite", from: snapshot, book: book,
      rules: rules(people: people))
  }
}
