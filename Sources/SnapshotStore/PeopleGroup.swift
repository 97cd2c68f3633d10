/// People of one month that are shown together because nobody may be shown alone.
struct PeopleGroup: Hashable {
  /// Fewer people are never a group.
  static let leastPeople = 5

  let people: Int
  let teams: Int

  var label: String { "\(people) people" + (teams > 1 ? " in \(teams) teams" : "") }
}

/// The groups of one month, by team. A team without an entry stays unshown.
///
/// A team of five or more is a group. The smaller ones are one group together; where that is still
/// too small, the smallest of the others joins it. So no month shows some of its people and leaves
/// out one to four.
/// - Parameter peopleByTeam: Who used tokens in the month.
func peopleGroups(_ peopleByTeam: [String: Set<String>]) -> [String: PeopleGroup] {
  let teams = peopleByTeam.sorted { left, right in
    (left.value.count, left.key) < (right.value.count, right.key)
  }
  let isLarge = { (people: Set<String>) in people.count >= PeopleGroup.leastPeople }
  var merged = Array(teams.prefix { !isLarge($0.value) })
  var alone = teams.dropFirst(merged.count)
  var mergedPeople = merged.reduce(into: Set<String>()) { $0.formUnion($1.value) }
  if !merged.isEmpty, !isLarge(mergedPeople), let smallest = alone.popFirst() {
    merged.append(smallest)
    mergedPeople.formUnion(smallest.value)
  }

  var groups: [String: PeopleGroup] = [:]
  for (team, people) in alone { groups[team] = PeopleGroup(people: people.count, teams: 1) }
  if isLarge(mergedPeople) {
    let group = PeopleGroup(people: mergedPeople.count, teams: merged.count)
    for (team, _) in merged { groups[team] = group }
  }
  return groups
}
