import GRDB
import UsageModel

/// An answer about one source, read and staged before anything of the snapshot has changed.
struct StagedAnswer {
  let source: String
  let sourceNumber: Int64
  let staged: StagedUsage
  let receipt: UsageReceipt
  /// Of the answer itself; the days are decided later.
  let outcome: ImportOutcome

  /// - Parameter read: Hands over the answer batch by batch; what it throws is passed on.
  init(
    _ database: Database, source: String,
    read: (_ receive: (UsageBatch) throws -> Void) throws -> UsageReceipt
  ) throws {
    self.source = source
    sourceNumber = try number(ofSource: source, in: database)
    var staged = try StagedUsage(database, source: sourceNumber)
    receipt = try read { batch in
      try refusingBadCounts(of: source) { try staged.add(batch) }
    }
    var outcome = ImportOutcome()
    let rows = receipt.days.values.reduce(Int128(0)) { $0 + Int128($1.rows) }
    guard let fitting = Int64(exactly: rows) else {
      throw SnapshotError.countsTooLarge(source: source)
    }
    outcome.rows = fitting
    outcome.tokensByMetric = try refusingBadCounts(of: source) { try staged.tokensByMetric() }
    self.staged = staged
    self.outcome = outcome
  }
}

func number(ofSource source: String, in database: Database) throws -> Int64 {
  let values = [StoredValue.text(storable(source))]
  let find = try RepeatedStatement(database, "SELECT id FROM source WHERE name = ?")
  let add = try RepeatedStatement(
    database, "INSERT INTO source (name) VALUES (?) RETURNING id")
  return try firstInteger(of: find, values) ?? firstInteger(of: add, values) ?? 0
}

/// Says what a constraint of the tables means that counts are added up in.
private func refusingBadCounts<Result>(
  of source: String, _ body: () throws -> Result
) throws -> Result {
  do {
    return try body()
  } catch StagedCountProblem.negative {
    throw SnapshotError.impossibleCount(source: source)
  } catch StagedCountProblem.tooLarge {
    throw SnapshotError.countsTooLarge(source: source)
  } catch let error as DatabaseError {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_CHECK:
      throw SnapshotError.impossibleCount(source: source)
    case .SQLITE_CONSTRAINT_DATATYPE:
      throw SnapshotError.countsTooLarge(source: source)
    case _ where error.message == "integer overflow":
      throw SnapshotError.countsTooLarge(source: source)
    default:
      throw error
    }
  }
}
