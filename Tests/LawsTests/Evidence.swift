import GRDB
import Pricing
import Tables
import UsageModel

/// A database that holds what a company's lines and files say, what they should come to, and what
/// the views answered. A law is a set of queries about it.
///
/// What they should come to is computed in `ExpectedCharges.swift` by plain SQL from the lines,
/// on no path that the product takes.
struct Evidence {
  let database: DatabaseQueue

  init(_ company: MadeCompany, views: [String: Tables.Table]) throws {
    database = try DatabaseQueue()
    try database.write { database in
      database.add(function: halfEvenFunction)
      try database.execute(sql: evidenceTables)
      try enterLines(of: company, into: database)
      try enterFiles(of: company, into: database)
      for (name, view) in views.sorted(by: { $0.key < $1.key }) {
        try enter(view, as: name, into: database)
      }
      try database.execute(sql: expectedCharges)
    }
  }

  /// Falsifies something.
  /// - Returns: Whether there was something to falsify.
  func plant(_ sql: String) throws -> Bool {
    try database.write { database in
      try database.execute(sql: sql)
      return database.changesCount > 0
    }
  }
}

private func enterLines(of company: MadeCompany, into database: Database) throws {
  let record = try database.makeStatement(
    sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  for source in company.sources {
    try database.execute(
      sql: "INSERT INTO source VALUES (?, ?)", arguments: [source.name, source.until])
    for line in source.records {
      func enter(_ metric: String?, _ tokens: Int64?, items: Int64?) throws {
        try record.execute(arguments: [
          source.name, line.second, source.writesWholeDays ? utcText(line.second, "%Y-%m-%d") : nil,
          source.daysAreUTC, line.subscription, line.user, line.feature, line.model, metric,
          tokens, items,
        ])
      }
      let isWide = source.format == .wideCSV
      if isWide { try enter(nil, nil, items: line.requests) }
      for (metric, count) in line.tokens {
        try enter(metric, count, items: isWide ? nil : line.requests)
      }
    }
  }
  for (from, seconds) in company.zone.offsets {
    try database.execute(
      sql: "INSERT INTO zone VALUES (unixepoch(?), ?)", arguments: [from, seconds])
  }
}

private func enterFiles(of company: MadeCompany, into database: Database) throws {
  let book = company.book
  func days(_ validity: Validity) -> [(any DatabaseValueConvertible)?] {
    [validity.from?.description, validity.to?.description]
  }
  func enter(_ values: [(any DatabaseValueConvertible)?], into table: String) throws {
    let places = values.map { _ in "?" }.joined(separator: ", ")
    try database.execute(
      sql: "INSERT INTO \(table) VALUES (\(places))", arguments: StatementArguments(values))
  }
  for period in book.membership.subscriptions {
    try enter(
      [period.subscription, period.team] + days(period.validity), into: "subscription_period")
  }
  for period in book.membership.teams {
    try enter([period.team, period.costCentre] + days(period.validity), into: "team_period")
  }
  for rule in book.models {
    try enter([rule.metered, rule.model, rule.cached.rawValue], into: "model_rule")
  }
  for rate in book.rates {
    let scope = rate.scope
    try enter(
      [
        rate.id, rate.price.nanoPerMillion, scope.subscription, scope.team, scope.feature,
        scope.model, scope.tokenClass?.rawValue,
      ] + days(rate.validity), into: "rate")
  }
  try enter([company.asOf?.description], into: "wanted")
}

private func enter(_ view: Tables.Table, as name: String, into database: Database) throws {
  let columns = view.columns.map { "\"\($0)\"" }.joined(separator: ", ")
  // `rates` and others stand beside the tables of the files, which have other names.
  try database.execute(sql: "CREATE TABLE \(name) (\(columns))")
  let places = view.columns.map { _ in "?" }.joined(separator: ", ")
  let insert = try database.makeStatement(sql: "INSERT INTO \(name) VALUES (\(places))")
  for row in view.rows {
    try insert.execute(
      arguments: StatementArguments(
        row.map { cell -> (any DatabaseValueConvertible)? in
          switch cell {
          case .null: nil
          case .integer(let number): number
          case .real(let number): number
          case .text(let text): text
          }
        }))
  }
}

/// tokens × price ÷ 1,000,000, a tie going to the even neighbour.
///
/// Written for reading, not like the product: ⌊(2n + d) / 2d⌋, less one for a tie that went up to
/// an odd number. Neither number is negative.
private let halfEvenFunction = DatabaseFunction("half_even", argumentCount: 2, pure: true) {
  values in
  guard let tokens = Int64.fromDatabaseValue(values[0]),
    let price = Int64.fromDatabaseValue(values[1])
  else { return nil }
  let doubled = Int128(tokens) * Int128(price) * 2 + 1_000_000
  let isTie = doubled % 2_000_000 == 0
  let rounded = doubled / 2_000_000
  return Int64(isTie && rounded % 2 == 1 ? rounded - 1 : rounded)
}
