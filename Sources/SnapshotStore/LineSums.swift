/// The charges of a team and month added up to lines: what was used of one class of tokens, at one
/// rate, by each subscription, feature and model.
///
/// `GROUP BY` would sort a month's charges, several hundred thousand rows with their texts, to find
/// a few lines for each team. These are found one by one instead, and sorted when they are few.
struct LineSums {
  /// The aggregate of SQL. It takes cost centre, subscription, feature and model, and for each token
  /// class its tokens, rate and cost.
  static let functionName = "line_sums"
  static let argumentCount: Int32 = 16

  private static let textCount = 4
  private static let tokenClasses = ["input", "cached_input", "cache_write", "output"]

  /// What is equal in some charges. The rates hardly ever change within a month.
  private struct Group {
    let key: [UInt8]
    let texts: [String]
    let rates: [Int64?]
    /// One for each token class.
    var sums: [LineSum]
    /// Of the next charge, when this group was last added to: the charges of a day come in nearly the
    /// order of those of the day before.
    var follower = 0
  }

  private var groups: [Group] = []
  /// Where a group stands, by the bytes of all that is equal in it.
  private var places: [[UInt8]: Int] = [:]
  private var key: [UInt8] = []
  /// Of the charge before.
  private var lastPlace: Int?

  mutating func add(_ charge: FunctionArguments) {
    key.removeAll(keepingCapacity: true)
    for text in 0..<Self.textCount { charge.appendText(text, to: &key) }
    for tokenClass in Self.tokenClasses.indices {
      charge.appendInteger(rate(tokenClass), to: &key)
    }
    let place = place(of: charge)
    if let lastPlace { groups[lastPlace].follower = place }
    lastPlace = place
    for tokenClass in Self.tokenClasses.indices {
      guard let tokens = charge.integer(rate(tokenClass) - 1), tokens > 0 else { continue }
      groups[place].sums[tokenClass].add(
        tokens: tokens, cost: charge.integer(rate(tokenClass) + 1))
    }
  }

  private mutating func place(of charge: FunctionArguments) -> Int {
    if let lastPlace {
      let follower = groups[lastPlace].follower
      if groups[follower].key == key { return follower }
    }
    return places[key] ?? newGroup(charge)
  }

  /// The argument that is a token class's rate. Its tokens stand before it, its cost behind it.
  private func rate(_ tokenClass: Int) -> Int { Self.textCount + 3 * tokenClass + 1 }

  private mutating func newGroup(_ charge: FunctionArguments) -> Int {
    places[key] = groups.count
    groups.append(
      Group(
        key: key, texts: (0..<Self.textCount).map { charge.text($0) },
        rates: Self.tokenClasses.indices.map { charge.integer(rate($0)) },
        sums: Self.tokenClasses.map { _ in LineSum() }))
    return groups.count - 1
  }

  /// In the order of their texts, which is the order of a page's file.
  ///
  /// Groups that differ in another class's rate alone have one line.
  var lines: [Line] {
    var sums: [Line.Key: LineSum] = [:]
    for group in groups {
      for (index, tokenClass) in Self.tokenClasses.enumerated() where group.sums[index].tokens > 0 {
        let key = Line.Key(texts: group.texts + [tokenClass], rate: group.rates[index])
        sums[key, default: LineSum()].add(group.sums[index])
      }
    }
    return sums.map(Line.init).sorted { $0.key < $1.key }
  }
}
