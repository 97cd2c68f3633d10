import GRDB
import Pricing
import UsageModel

/// Adds the shares of people up by month, and writes each month when it is over, as far as people
/// may be shown: no user's own name is written unless names are.
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

  private let shown: ShownPeople
  private let addPerson: RepeatedStatement
  private var pseudonyms: Pseudonyms?
  private var month: CalendarMonth?
  private var people: [Key: Sums] = [:]
  /// Who used tokens, by team; an empty set where somebody is named and used none.
  private var named: [String: Set<String>] = [:]

  init(_ database: Database, _ shown: ShownPeople) throws {
    self.shown = shown
    addPerson = try RepeatedStatement(database, "INSERT INTO stored_person VALUES (\(places(9)))")
    if case .pseudonyms(let key) = shown { pseudonyms = Pseudonyms(key) }
  }

  mutating func add(_ charge: Charge) throws {
    if shown == .off { return }
    if charge.day.month != month {
      try flush()
      month = charge.day.month
    }
    for person in charge.people {
      if shown == .groups { enter(person, of: charge.payer.team) }
      let key = Key(
        team: charge.payer.team, feature: charge.key.feature,
        user: shownUser(person, in: charge.day.month.year))
      var sums = people[key] ?? Sums()
      sums.requests = try sum(sums.requests, person.requests)
      sums.tokens = try sum(sums.tokens, person.tokens)
      sums.unpricedTokens = try sum(sums.unpricedTokens, person.unpricedTokens)
      if let cost = person.cost { sums.cost = try sum(sums.cost ?? 0, cost.nano) }
      people[key] = sums
    }
  }

  /// Somebody who used no tokens hides nobody and is not counted.
  private mutating func enter(_ person: PersonShare, of team: String) {
    guard person.user != SeriesKey.unknown else { return }
    if person.tokens > 0 {
      named[team, default: []].insert(person.user)
    } else if named[team] == nil {
      named[team] = []
    }
  }

  /// Of a group everything is one sum, also what names nobody: apart from it, a feature that one
  /// person uses would show what that person used.
  private mutating func shownUser(_ person: PersonShare, in year: Int) -> String {
    switch shown {
    case .names: person.user
    case .pseudonyms: pseudonyms?.pseudonym(of: person.user, in: year) ?? SeriesKey.unknown
    case .groups, .off: SeriesKey.unknown
    }
  }

  /// Writes the month that is over.
  mutating func flush() throws {
    guard let month else { return }
    let groups = peopleGroups(named)
    for (key, sums) in people {
      let group = groups[key.team]
      // People who are in no group are shown nowhere; a team that names nobody hides nobody.
      if group == nil, named[key.team] != nil { continue }
      let count = group?.people ?? (key.user == SeriesKey.unknown ? nil : 1)
      try addPerson.run([
        .text(month.description), .text(key.team), .text(key.feature),
        .text(group?.label ?? key.user), .integer(sums.requests), .integer(sums.tokens),
        .optional(sums.cost), .integer(sums.unpricedTokens), .optional(count.map(Int64.init)),
      ])
    }
    people = [:]
    named = [:]
  }

  private func sum(_ left: Int64, _ right: Int64) throws(SnapshotError) -> Int64 {
    let (sum, overflowed) = left.addingReportingOverflow(right)
    if overflowed { throw .amountsTooLarge }
    return sum
  }
}
