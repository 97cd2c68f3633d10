import GRDB
import Pricing
import UsageModel

/// Adds the shares of people up by month, and writes each month when it is over.
struct PeopleRows {
  private struct Key: Hashable {
    let team: String
    let feature: String
    let user: String
  }

  private struct Sums {
    var requests: Int64 = 0
    var tokens: Int64 = 0
    var cost: Int64?
    var unpricedTokens: Int64 = 0
  }

  private let addPerson: RepeatedStatement
  private var month: CalendarMonth?
  private var people: [Key: Sums] = [:]

  init(_ database: Database) throws {
    addPerson = try RepeatedStatement(database, "INSERT INTO stored_person VALUES (\(places(8)))")
  }

  /// - Parameter known: Knows team and feature of the charge.
  mutating func add(_ charge: Charge, _ known: KnownEntities) throws {
    if charge.day.month != month {
      try flush(known)
      month = charge.day.month
    }
    for person in charge.people {
      let key = Key(team: charge.payer.team, feature: charge.feature, user: person.user)
      var sums = people[key] ?? Sums()
      sums.requests = try sum(sums.requests, person.requests)
      sums.tokens = try sum(sums.tokens, person.tokens)
      sums.unpricedTokens = try sum(sums.unpricedTokens, person.unpricedTokens)
      if let cost = person.cost { sums.cost = try sum(sums.cost ?? 0, cost.nano) }
      people[key] = sums
    }
  }

  /// Writes the month that is over.
  mutating func flush(_ known: KnownEntities) throws {
    guard let month else { return }
    for (key, sums) in people {
      guard let team = known.teams.knownKey(of: key.team),
        let feature = known.features.knownKey(of: key.feature)
      else { continue }
      try addPerson.run([
        .text(month.description), .integer(team), .integer(feature), .text(key.user),
        .integer(sums.requests), .integer(sums.tokens), .optional(sums.cost),
        .integer(sums.unpricedTokens),
      ])
    }
    people = [:]
  }

  private func sum(_ left: Int64, _ right: Int64) throws(SnapshotError) -> Int64 {
    let (sum, overflowed) = left.addingReportingOverflow(right)
    if overflowed { throw .amountsTooLarge }
    return sum
  }
}
