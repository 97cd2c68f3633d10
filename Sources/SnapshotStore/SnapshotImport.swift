import GRDB
import UsageModel

extension Snapshot {
  /// Replaces whole days of one source by an answer, all of them or none.
  ///
  /// A day that is stored exactly so already is left alone; where all are, the file keeps its
  /// bytes.
  /// - Parameters:
  ///   - permitLoss: Whether a day may be replaced by less than is stored.
  ///   - importedAt: The moment to write into the ledger.
  ///   - read: Hands over the answer batch by batch; what it throws is passed on, and nothing
  ///     changes.
  /// - Throws: ``SnapshotError``, or what `read` throws.
  package func replaceDays(
    of source: String, permitLoss: Bool, importedAt: String,
    read: (_ receive: (UsageBatch) throws -> Void) throws -> UsageReceipt
  ) throws -> ImportOutcome {
    try translatingErrors(at: path) {
      try queue.writeWithoutTransaction { database in
        var outcome = ImportOutcome()
        try database.inTransaction(.immediate) {
          let sourceNumber = try number(ofSource: source, in: database)
          var staged = try StagedUsage(database, source: sourceNumber)
          let receipt = try read { batch in
            try refusingBadCounts(of: source) { try staged.add(batch) }
          }
          let rows = receipt.days.values.reduce(Int128(0)) { $0 + Int128($1.rows) }
          guard let fitting = Int64(exactly: rows) else {
            throw SnapshotError.countsTooLarge(source: source)
          }
          outcome.rows = fitting
          outcome.tokensByMetric = try refusingBadCounts(of: source) { try staged.tokensByMetric() }

          let replacement = try DayReplacement(
            database, source: source, sourceNumber: sourceNumber, staged: staged)
          try replacement.check(receipt, permitLoss: permitLoss)
          try replacement.run(receipt, &outcome)
          let skipped = try SkippedReplacement(database, source: sourceNumber, receipt: receipt)
          guard outcome.isChange || skipped.isChange else { return .rollback }
          if outcome.isChange {
            try replacement.record(receipt, outcome, importedAt: importedAt)
          }
          try skipped.run()
          try FileLedger(database, source: sourceNumber)
            .record(receipt.files, days: receipt.days.keys)
          try staged.drop()
          return .commit
        }
        return outcome
      }
    }
  }

  private func number(ofSource source: String, in database: Database) throws -> Int64 {
    let values = [StoredValue.text(storable(source))]
    let find = try RepeatedStatement(database, "SELECT id FROM source WHERE name = ?")
    let add = try RepeatedStatement(
      database, "INSERT INTO source (name) VALUES (?) RETURNING id")
    return try firstInteger(of: find, values) ?? firstInteger(of: add, values) ?? 0
  }
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
