import Foundation
import Pricing
import SeededCases
import Testing
import UsageModel

@testable import SnapshotStore

/// Law 9 with `users: groups`, over usage that was made up at random.
///
/// A row of `people` holds what `monthly`, which is public, holds of a month, team and feature, and
/// the number of people of its group. So whatever can be computed from its amounts can be computed
/// without it, and differences of its rows, between features, teams or months, are differences of
/// public sums. What it adds is a number of people, and that is never below five.
@Suite struct GroupsLawTests {
  private static let seeds = Array(stride(from: UInt64(1), through: 76, by: 5))

  @Test(arguments: seeds)
  func `an amount beside a group is a public sum`(firstSeed: UInt64) throws {
    for seed in firstSeed..<firstSeed + 5 {
      let sums = "sum(requests), sum(tokens), sum(cost), sum(unpriced_tokens)"
      let made = MadeGroups(seed: seed)
      try made.withReader { reader in
        let shown = try reader.lines(
          "select month, team, feature, requests, tokens, cost, unpriced_tokens from people")
        let open = try reader.lines(
          "select month, team, feature, \(sums) from monthly group by month, team, feature")

        #expect(Set(shown).count == shown.count, "seed \(seed)")
        #expect(Set(shown).subtracting(open) == [], "seed \(seed)")
        // Five people or more are all there is; nothing can be subtracted.
        for month in made.people.keys where made.everybody(in: month).count >= 5 {
          #expect(
            shown.filter { $0.hasPrefix(month) } == open.filter { $0.hasPrefix(month) },
            "\(month), seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `a group is five people or more, and a month shows all of its people or none`(
    firstSeed: UInt64
  ) throws {
    for seed in firstSeed..<firstSeed + 5 {
      let made = MadeGroups(seed: seed)
      try made.withReader { reader in
        // What a group consists of is taken from the usage itself.
        var found: [String: Set<String>] = [:]
        for row in try reader.rows("select distinct month, team, user, people from people").rows {
          let (month, team, label) = (row[0].text!, row[1].text!, row[2].text!)
          let members = made.people[month]?[team] ?? []
          guard label != "unknown" else {
            #expect(members == [], "\(team) in \(month), seed \(seed)")
            continue
          }
          let isMerged = label.hasSuffix("teams")
          found["\(month) \(isMerged ? "" : team) \(row[3].integer!)", default: []]
            .formUnion(members)
          #expect(label.hasPrefix("\(row[3].integer!) people"), "seed \(seed)")
        }
        for (group, members) in found {
          #expect(members.count >= 5, "\(group), seed \(seed)")
          #expect(group.hasSuffix(" \(members.count)"), "\(group), seed \(seed)")
        }
        for month in made.people.keys {
          let everybody = made.everybody(in: month)
          let shown = found.filter { $0.key.hasPrefix(month) }.values
            .reduce(into: Set<String>()) { $0.formUnion($1) }
          #expect(shown == (everybody.count < 5 ? [] : everybody), "\(month), seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `who of a team used what makes no difference`(firstSeed: UInt64) throws {
    for seed in firstSeed..<firstSeed + 5 {
      let made = MadeGroups(seed: seed)
      let dealtAgain = made.dealtAgain(seed: seed + 1_000)

      let before = try made.withReader { try $0.lines("select * from people") }
      let after = try dealtAgain.withReader { try $0.lines("select * from people") }

      #expect(before == after, "seed \(seed)")
    }
  }

  @Test func `the cases hold groups of every kind, and would show a person`() throws {
    let cases = (UInt64(1)...80).map { MadeGroups(seed: $0) }
    let labels = try cases.prefix(40).flatMap { made in
      try made.withReader { try $0.lines("select distinct user from people") }
    }
    #expect(labels.contains { $0.hasSuffix(" people") })
    #expect(labels.contains { $0.hasSuffix(" teams") })
    #expect(labels.contains("unknown"))
    let counts = cases.flatMap { made in made.people.keys.map { made.everybody(in: $0).count } }
    #expect(counts.contains { (1...4).contains($0) } && counts.contains { $0 > 4 })

    let names = try cases[0].withReader(.names) { try $0.lines("select * from people") }
    let dealtAgain = try cases[0].dealtAgain(seed: 1).withReader(.names) {
      try $0.lines("select * from people")
    }
    #expect(names != dealtAgain)
  }
}

/// Two months of one to five teams, some of them small.
private struct MadeGroups {
  private let teams: [String]
  private let points: [UsagePoint]

  private init(teams: [String], points: [UsagePoint]) {
    self.teams = teams
    self.points = points
  }

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    teams = generator.some(1...5, of: ["sales", "lab", "desk", "ops", "web"])
    let users = (1...12).map { "user \($0)" }
    points = teams.flatMap { team in
      let members = generator.some(0...generator.one(of: [1, 4, 9]), of: users)
      return (0..<generator.number(1...24)).map { _ in
        let isNamed = generator.happens(90) && !members.isEmpty
        return point(
          generator.one(of: ["2026-09-30", "2026-10-01", "2026-10-02"]),
          subscription: "sub-" + team, user: isNamed ? generator.one(of: members) : "unknown",
          feature: generator.one(of: ["chat", "search", "review"]),
          model: generator.one(of: ["opal", "jade"]),
          TokenCounts(
            prompt: generator.count(1...3_000_000), completion: generator.count(0...9),
            requests: generator.count(0...2)))
      }
    }
  }

  /// Who used tokens, by month and team, as the lines say.
  var people: [String: [String: Set<String>]] {
    var people: [String: [String: Set<String>]] = [:]
    for point in points {
      let team = String(point.series.subscription.dropFirst(4))
      let users: Set = point.series.user == "unknown" ? [] : [point.series.user]
      people[point.day.month.description, default: [:]][team, default: []].formUnion(users)
    }
    return people
  }

  func everybody(in month: String) -> Set<String> {
    people[month, default: [:]].values.reduce(into: []) { $0.formUnion($1) }
  }

  /// The same usage, and in each month and team the same people, who used something else.
  func dealtAgain(seed: UInt64) -> MadeGroups {
    var generator = SplitMix64(seed: seed)
    let decks = Dictionary(grouping: points.indices) { index in
      points[index].series.subscription + points[index].day.month.description
    }
    var dealt = points
    for (_, deck) in decks.sorted(by: { $0.key < $1.key }) {
      for (index, other) in zip(deck, deck.shuffled(using: &generator)) {
        let (point, user) = (points[index], points[other].series.user)
        dealt[index] = SnapshotStoreTests.point(
          point.day.description, subscription: point.series.subscription, user: user,
          feature: point.series.feature, model: point.series.model, point.counts)
      }
    }
    return MadeGroups(teams: teams, points: dealt)
  }

  func withReader<Result>(
    _ shown: ShownPeople = .groups, _ body: (ChargesReader) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(points)
      let price = rate(RateScope(model: "opal"), nanoPerMillion: 2_345_678)
      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot,
        book: PriceBook(membership: teamBook(teams).membership, rates: [price]),
        rules: rules(people: shown))
      return try body(reader)
    }
  }
}
