import Testing

@testable import SnapshotStore

@Suite struct PeopleGroupTests {
  struct Example: Sendable {
    let name: String
    /// People by team, one letter each.
    let teams: [String: String]
    let labels: [String: String]
  }

  static let examples = [
    Example(name: "nobody", teams: [:], labels: [:]),
    Example(
      name: "five people are a group", teams: ["sales": "abcde"], labels: ["sales": "5 people"]),
    Example(name: "four people are none", teams: ["sales": "abcd"], labels: [:]),
    Example(
      name: "large teams stand alone", teams: ["sales": "abcde", "lab": "fghijkl"],
      labels: ["sales": "5 people", "lab": "7 people"]),
    Example(
      name: "small teams are one group", teams: ["sales": "abc", "lab": "de", "desk": "fghijkl"],
      labels: [
        "sales": "5 people in 2 teams", "lab": "5 people in 2 teams", "desk": "7 people",
      ]),
    Example(
      name: "the smallest large team joins a small group that is too small",
      teams: ["sales": "a", "lab": "bcdefg", "desk": "hijklmn"],
      labels: [
        "sales": "7 people in 2 teams", "lab": "7 people in 2 teams", "desk": "7 people",
      ]),
    Example(
      name: "somebody in two teams counts once", teams: ["sales": "abc", "lab": "bcd"],
      labels: [:]),
    Example(
      name: "somebody in a small and a large team counts once",
      teams: ["sales": "a", "lab": "abcde"],
      labels: ["sales": "5 people in 2 teams", "lab": "5 people in 2 teams"]),
    Example(
      name: "of large teams of one size the first by name joins",
      teams: ["sales": "a", "lab": "bcdef", "desk": "ghijk"],
      labels: [
        "sales": "6 people in 2 teams", "lab": "5 people", "desk": "6 people in 2 teams",
      ]),
    Example(
      name: "a team whose people used no tokens is a small one",
      teams: ["sales": "", "lab": "abcde"],
      labels: ["sales": "5 people in 2 teams", "lab": "5 people in 2 teams"]),
  ]

  @Test(arguments: examples)
  func `nobody is in a group of fewer than five`(example: Example) {
    let groups = peopleGroups(example.teams.mapValues { Set($0.map(String.init)) })

    #expect(groups.mapValues(\.label) == example.labels, "\(example.name)")
  }
}
