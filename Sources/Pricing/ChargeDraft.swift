import UsageModel

/// What identifies a charge within a day.
struct ChargeKey: Hashable {
  let subscription: String
  let feature: String
  /// After models.csv.
  let model: String
}

/// One charge while its usage is being collected.
struct ChargeDraft {
  let key: ChargeKey
  private(set) var parts: [MeteredPart] = []

  init(key: ChargeKey) {
    self.key = key
  }

  mutating func add(_ usage: MeteredUsage, relation: CachedRelation) {
    let entry = (user: usage.series.user, counts: usage.counts)
    // A charge has few parts, mostly one: looking through them is faster than hashing.
    if let index = parts.firstIndex(where: {
      $0.source == usage.source && $0.model == usage.series.model
    }) {
      parts[index].usage.append(entry)
    } else {
      parts.append(
        MeteredPart(
          source: usage.source, model: usage.series.model, relation: relation, usage: [entry]))
    }
  }
}

/// Adds up the entries of one user, such as the two points of a local day in which a UTC month ends,
/// so that a count missing in one of them is not taken for a missing count of the day.
/// - Returns: In user order; nil where a sum does not fit into 64 bits.
func addedUpByUser(
  _ usage: [(user: String, counts: TokenCounts)]
) -> [(user: String, counts: TokenCounts)]? {
  var result: [(user: String, counts: TokenCounts)] = []
  for entry in usage.sorted(by: { $0.user < $1.user }) {
    guard let last = result.last, last.user == entry.user else {
      result.append(entry)
      continue
    }
    guard let sum = last.counts.adding(entry.counts) else { return nil }
    result[result.count - 1].counts = sum
  }
  return result
}
