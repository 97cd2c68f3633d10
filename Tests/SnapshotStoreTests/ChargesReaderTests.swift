import Foundation
import SnapshotStore
import Tables
import Testing
import UsageModel

@Suite struct ChargesReaderTests {
  static let refused: [(sql: String, error: QueryError)] = [
    ("insert into days values ('x')", .notASelect),
    ("update stored_team set name = 'x'", .notASelect),
    ("delete from stored_charge", .notASelect),
    ("drop view charges", .notASelect),
    ("create temp table t (x)", .notASelect),
    ("attach '/tmp/x.sqlite' as other", .notASelect),
    ("pragma table_info('stored_team')", .notASelect),
    ("begin", .notASelect),
    ("explain select 1", .notASelect),
    ("explain query plan select * from charges", .notASelect),
    ("select * from pragma_table_info('stored_team')", .notASelect),
    ("select name from sqlite_schema", .unknownView("sqlite_master")),
    ("select name from sqlite_master", .unknownView("sqlite_master")),
    ("select * from stored_team", .unknownView("stored_team")),
    (
      "with charges2 as (select id from stored_team) select * from charges2",
      .unknownView("stored_team")
    ),
    ("select * from chargez", .unknownView("chargez")),
    ("select random()", .refusedFunction("random")),
    ("select current_date", .refusedFunction("current_date")),
    ("select CURRENT_TIMESTAMP", .refusedFunction("current_timestamp")),
    ("select 1; select 2", .severalStatements),
    ("", .empty),
    ("-- nothing", .empty),
    ("select day from days limit 1", .limitWithoutOrder),
    ("select x'00' as x", .bytes(column: "x")),
    ("select ?", .unnamedParameter),
    ("select ?1", .unnamedParameter),
    ("select @team", .unnamedParameter),
    (
      "select :taem",
      .unknownParameter("taem", known: ["as_of", "last_month", "team", "this_month"])
    ),
    ("select sum(9223372036854775807) from days", .tooLarge),
    ("select spend(9223372036854775807) from days", .tooLarge),
    ("select day fro days", .failed(reason: "near \"days\": syntax error", offset: 15)),
    ("select dya from days", .failed(reason: "no such column: dya", offset: 7)),
    (
      "select date()",
      .failed(reason: "date() without a day is not allowed here; use :as_of", offset: nil)
    ),
    (
      "select strftime('%Y')",
      .failed(reason: "strftime() without a day is not allowed here; use :as_of", offset: nil)
    ),
    (
      "select date('NOW', '-1 day')",
      .failed(reason: "'NOW' is not allowed here; use :as_of", offset: nil)
    ),
    (
      "select datetime('2026-10-01', 'localtime')",
      .failed(reason: "'localtime' is not allowed here; use :as_of", offset: nil)
    ),
  ]

  @Test func `nothing but a SELECT over the views is answered`() throws {
    try withReader { reader in
      for (sql, error) in Self.refused {
        #expect(throws: error, "\(sql)") {
          try reader.rows(sql, ["team": .text("sales")])
        }
      }
    }
  }

  static let answered: [(sql: String, lines: [String])] = [
    ("select :as_of, :this_month, :last_month", ["2026-10-03 | 2026-10 | 2026-09"]),
    ("select :team", ["sales"]),
    ("with d as (select day from days where day > :team) select count(*) from d", ["0"]),
    (
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) select i from n",
      ["1", "2", "3"]
    ),
    ("select column1 from (values ('b'), (2), (null), ('a'), (1.5))", ["-", "1.5", "2", "a", "b"]),
    ("select day from days order by day desc", ["2026-10-03", "2026-10-02", "2026-10-01"]),
    ("select day from days order by day limit 1", ["2026-10-01"]),
    ("select count(*) from charges", ["3"]),
    ("select count(*) from charges c join teams t on t.id = c.team", ["3"]),
    ("select spend(cost), known(tokens) from charges", ["- | 6"]),
    ("select spend(cost), known(tokens) from charges where team = 'x'", ["0 | 0"]),
    (
      "select per_million(3, 2), per_million(5, 2000000), per_million(7, 2000000), "
        + "per_million(null, 1), per_million(1, 0)",
      ["1500000 | 2 | 4 | - | -"]
    ),
    ("select share(1, 4), share(1, 0), share(null, 4)", ["0.25 | - | -"]),
    (
      "select nano('2.50'), nano('-0.000000001'), nano('7'), nano(null)",
      ["2500000000 | -1 | 7000000000 | -"]
    ),
    ("select date('2026-10-03', '-30 days'), strftime('%w', '2026-10-03')", ["2026-09-03 | 6"]),
    ("select date(null)", ["-"]),
  ]

  @Test func `a SELECT over the views is answered`() throws {
    try withReader { reader in
      for (sql, expected) in Self.answered {
        let answer = try reader.lines(sql, ["team": .text("sales")])
        #expect(answer == expected, "\(sql)")
      }
    }
  }

  static let refusedAmounts = [
    ("nano('1.0000000001')", "nano: '1.0000000001' is not a decimal with at most 9 places"),
    ("nano('1e3')", "nano: '1e3' is not a decimal with at most 9 places"),
    ("nano('')", "nano: '' is not a decimal with at most 9 places"),
    ("nano('.5')", "nano: '.5' is not a decimal with at most 9 places"),
    ("nano(2.5)", "nano: write the amount as text, as in '2.50'"),
    ("per_million(1.5, 2)", "per_million: only whole numbers can be added and divided exactly"),
    ("spend(1.5)", "spend and known: only whole numbers can be added and divided exactly"),
    ("share('a', 2)", "share: a number is needed"),
  ]

  @Test func `an amount that is not exact is refused`() throws {
    try withReader { reader in
      for (call, reason) in Self.refusedAmounts {
        #expect(throws: QueryError.failed(reason: reason, offset: nil), "\(call)") {
          try reader.rows("select \(call)")
        }
      }
      #expect(throws: QueryError.tooLarge) {
        try reader.rows("select nano('9223372036.854775808')")
      }
    }
  }

  @Test func `a query ends at its limits`() throws {
    try withReader { reader in
      let endless = "with recursive n(i) as (select 1 union all select i + 1 from n) "
      let limits = QueryLimits(steps: 100_000, rows: 2, bytesPerValue: 3)

      #expect(throws: QueryError.tooManySteps(limit: 100_000)) {
        try reader.rows(endless + "select count(*) from n", limits: limits)
      }
      #expect(throws: QueryError.tooManyRows(limit: 2)) {
        try reader.rows(endless + "select i from n", limits: limits)
      }
      #expect(throws: QueryError.valueTooLong(column: "word", limit: 3)) {
        try reader.rows("select 'abcd' as word", limits: limits)
      }
      let fitting = try reader.rows("select 'abc'", limits: limits)
      #expect(fitting.rows == [[.text("abc")]])
    }
  }

  @Test func `columns keep their names and order, also without rows`() throws {
    try withReader { reader in
      let table = try reader.rows("select day, cost as amount from charges where day < ''")

      #expect(table == Table(columns: ["day", "amount"], rows: []))
    }
  }

  @Test func `several threads ask at once`() async throws {
    try await withReaderAsync { reader in
      let counts = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<8 {
          group.addTask {
            try reader.lines("select count(*) from days, charges where team <> :as_of")
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }

      #expect(counts == Array(repeating: ["9"], count: 8))
    }
  }

  @Test func `rows of an earlier query are read by its name`() throws {
    try withReader { reader in
      let cells: [Cell] = [.text("a \"b\""), .integer(7), .real(0.5), .null]
      let first = NamedRows(
        name: "usage", table: Table(columns: ["x", "say \"y\"", "z", "nothing"], rows: [cells]))
      let next = NamedRows(name: "usage", table: Table(columns: ["x"], rows: []))

      let found = try [first, next, first].map {
        try reader.rows("select * from usage", reading: [$0])
      }

      #expect(found == [first.table, next.table, first.table])
    }
  }

  @Test func `a query that is not given them cannot read another's rows`() throws {
    try withReader { reader in
      let rows = NamedRows(name: "usage", table: Table(columns: ["x"], rows: [[.integer(1)]]))
      _ = try reader.rows("select x from usage", reading: [rows])

      #expect(throws: QueryError.unknownView("usage")) {
        try reader.rows("select x from usage")
      }
      #expect(throws: QueryError.notASelect) {
        try reader.rows("insert into usage values (2)", reading: [rows])
      }
    }
  }

  @Test func `a parameter's text is never SQL`() throws {
    try withReader { reader in
      let text = "x'; drop table stored_charge; --\0 tail"

      let table = try reader.rows("select :team as team", ["team": .text(text)])

      #expect(table.rows == [[.text(text)]])
    }
  }

  private func withReader(_ body: (ChargesReader) throws -> Void) throws {
    try withTemporaryFolder { try body(try reader(in: $0)) }
  }

  /// The file may go before the readers do: they hold it open.
  private func withReaderAsync(_ body: (ChargesReader) async throws -> Void) async throws {
    try await body(try withTemporaryFolder { try reader(in: $0) })
  }

  /// Three days of two tokens without a price.
  private func reader(in folder: String) throws -> ChargesReader {
    let snapshot = try Snapshot.make(in: folder)
    try snapshot.add((1...3).map { point("2026-10-0\($0)", TokenCounts(prompt: 2)) })
    return try ChargesCache.refresh(
      at: folder + "/charges.sqlite", from: snapshot, book: noBook, rules: rules())
  }
}
