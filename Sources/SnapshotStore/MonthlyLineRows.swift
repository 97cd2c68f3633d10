import GRDB
import Pricing
import UsageModel

/// Adds the lines of a month's charges up by payer, key, token class and rate, and writes them when
/// the month is over.
struct MonthlyLineRows {
  /// Tokens of one class of one key, at one rate.
  private struct Line {
    let payer: Int
    /// A line of rates.csv; 0 where no price is agreed.
    let rate: Int
    var tokens: Int64
    var cost: Int64?

    init(_ line: ChargeLine, of charge: Charge) {
      payer = charge.payerNumber
      rate = line.rate?.line ?? 0
      tokens = line.tokens
      cost = line.cost?.nano
    }

    /// - Returns: false where a sum does not fit into 64 bits.
    mutating func add(_ other: Line) -> Bool {
      let (tokens, tokensOverflow) = self.tokens.addingReportingOverflow(other.tokens)
      let (cost, costOverflow) = (self.cost ?? 0).addingReportingOverflow(other.cost ?? 0)
      self.tokens = tokens
      if other.cost != nil { self.cost = cost }
      return !tokensOverflow && !costOverflow
    }
  }

  private let keys: [ChargeKey]
  private let addLine: RepeatedStatement
  /// By key and class. Nearly always one: who pays and at which rate hardly changes in a month.
  private var lines: [[Line]]

  /// - Parameter keys: By number.
  init(_ database: Database, keys: [ChargeKey]) throws {
    self.keys = keys
    addLine = try RepeatedStatement(
      database, "INSERT INTO stored_monthly_line VALUES (\(places(10)))")
    lines = Array(repeating: [], count: keys.count * TokenClass.allCases.count)
  }

  mutating func add(_ charge: Charge) throws(SnapshotError) {
    for line in charge.lines {
      let place = charge.number * TokenClass.allCases.count + line.tokenClass.place
      let new = Line(line, of: charge)
      let known = lines[place].firstIndex { $0.payer == new.payer && $0.rate == new.rate }
      if let known {
        guard lines[place][known].add(new) else { throw .amountsTooLarge }
      } else {
        lines[place].append(new)
      }
    }
  }

  /// - Parameter payers: By number.
  mutating func flush(_ month: CalendarMonth, payers: [Payer]) throws {
    let text = month.description
    for place in lines.indices {
      let key = keys[place / TokenClass.allCases.count]
      let tokenClass = TokenClass.allCases[place % TokenClass.allCases.count]
      for line in lines[place] {
        try addLine.run { row in
          row.bind(text, at: 1)
          row.bind(payers[line.payer].team, at: 2)
          row.bind(payers[line.payer].costCentre, at: 3)
          row.bind(key.subscription, at: 4)
          row.bind(key.feature, at: 5)
          row.bind(key.model, at: 6)
          row.bind(tokenClass.rawValue, at: 7)
          row.bind(Int64(line.rate), at: 8)
          row.bind(line.tokens, at: 9)
          row.bind(line.cost, at: 10)
        }
      }
      lines[place].removeAll(keepingCapacity: true)
    }
  }
}
