/// What one user used of one charge.
struct UserUsage {
  /// By number, in the order of the names.
  let user: Int
  var requests: Int128
  var tokens: TokensByClass
}

/// Divides the lines of a charge among its users.
///
/// Each line's cost is divided by the tokens of its class, largest remainder in nano, ties by user:
/// the parts of all users add up to the charge.
/// - Parameters:
///   - users: In order.
///   - names: Of all users, by number.
/// - Returns: nil where a count or an amount does not fit into 64 bits.
func personShares(
  of lines: [ChargeLine], among users: [UserUsage], names: [String]
) -> [PersonShare]? {
  var costs = users.map { _ in Int128?.none }
  var unpriced = users.map { _ in Int128(0) }
  for line in lines {
    let weights = users.map { Int64(clamping: $0.tokens[line.tokenClass]) }
    if let cost = line.cost {
      let parts = apportion(cost.nano, by: weights)
      for index in users.indices where weights[index] > 0 {
        costs[index] = (costs[index] ?? 0) + Int128(parts[index])
      }
    } else {
      for index in users.indices { unpriced[index] += users[index].tokens[line.tokenClass] }
    }
  }

  var shares: [PersonShare] = []
  for (index, user) in users.enumerated() {
    guard let requests = Int64(exactly: user.requests),
      let tokens = Int64(exactly: user.tokens.sum),
      let unpricedTokens = Int64(exactly: unpriced[index]),
      let cost = Int64(exactly: costs[index] ?? 0)
    else { return nil }
    shares.append(
      PersonShare(
        user: names[user.user], requests: requests, tokens: tokens,
        cost: costs[index] == nil ? nil : Money(nano: cost), unpricedTokens: unpricedTokens))
  }
  return shares
}
