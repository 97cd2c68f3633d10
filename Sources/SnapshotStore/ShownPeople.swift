/// How `people` shows who used it, from least to most.
package enum ShownPeople: Hashable, Sendable {
  case off
  /// Only as groups of at least five: see ``PeopleGroup``.
  case groups
  case pseudonyms(PseudonymKey)
  case names

  /// The word in tokenbook.yml.
  var word: String {
    switch self {
    case .off: "off"
    case .groups: "groups"
    case .pseudonyms: "pseudonyms"
    case .names: "names"
    }
  }
}
