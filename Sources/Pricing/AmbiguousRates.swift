/// Two rates of which a look-up could not say which is meant.
package struct RatePair: Hashable, Sendable {
  /// The one that stands first in the file.
  package let first: Rate
  package let second: Rate

  package init(first: Rate, second: Rate) {
    self.first = first
    self.second = second
  }
}

/// Every two rows that fit some usage equally well on some day, in file order.
package func ambiguousPairs(in rates: [Rate]) -> [RatePair] {
  let inFileOrder = rates.sorted { $0.line < $1.line }
  let rivals = Dictionary(grouping: inFileOrder) { $0.scope.withoutTeamWhereItRanksNothing }
  var pairs: [RatePair] = []
  for rows in rivals.values {
    for (index, first) in rows.enumerated() {
      for second in rows[(index + 1)...] where canBothFit(first, second) {
        pairs.append(RatePair(first: first, second: second))
      }
    }
  }
  return pairs.sorted { ($0.first.line, $0.second.line) < ($1.first.line, $1.second.line) }
}

private func canBothFit(_ first: Rate, _ second: Rate) -> Bool {
  guard first.validity.overlaps(second.validity) else { return false }
  guard let team = first.scope.team, let otherTeam = second.scope.team else { return true }
  return team == otherTeam
}

extension RateScope {
  /// A team beside a subscription narrows the row and does not raise its rank, so rows that differ
  /// only there are rivals.
  fileprivate var withoutTeamWhereItRanksNothing: RateScope {
    guard subscription != nil else { return self }
    var scope = self
    scope.team = nil
    return scope
  }
}
