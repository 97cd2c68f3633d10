/// One line, as it is found in the view.
struct Line {
  struct Key: Hashable {
    /// Cost centre, subscription, feature, model and token class.
    let texts: [String]
    /// The rate's key; nil where there is no price.
    let rate: Int64?
  }

  let key: Key
  let sum: LineSum
}

extension Line.Key: Comparable {
  static func < (left: Line.Key, right: Line.Key) -> Bool {
    for (left, right) in zip(left.texts, right.texts) where left != right { return left < right }
    return left.rate ?? 0 < right.rate ?? 0
  }
}

/// What some charges add up to, of one class of tokens.
struct LineSum {
  private(set) var tokens: Int64 = 0
  /// In nano; nil where none is known.
  private(set) var cost: Int64?
  /// Whether a sum does not fit into 64 bits.
  private(set) var isTooLarge = false

  mutating func add(tokens more: Int64, cost further: Int64?) {
    let allTokens = tokens.addingReportingOverflow(more)
    tokens = allTokens.partialValue
    isTooLarge = isTooLarge || allTokens.overflow
    guard let further else { return }
    let allCost = (cost ?? 0).addingReportingOverflow(further)
    cost = allCost.partialValue
    isTooLarge = isTooLarge || allCost.overflow
  }

  mutating func add(_ other: LineSum) {
    add(tokens: other.tokens, cost: other.cost)
    isTooLarge = isTooLarge || other.isTooLarge
  }
}
