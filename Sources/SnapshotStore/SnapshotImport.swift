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
          let answer = try StagedAnswer(database, source: source, read: read)
          let receipt = answer.receipt
          outcome = answer.outcome

          let replacement = try DayReplacement(database, answer)
          try replacement.checkReceipt()
          if !permitLoss { try replacement.refuseLoss() }
          try replacement.run(receipt, &outcome)
          let skipped = try SkippedReplacement(
            database, source: answer.sourceNumber, receipt: receipt)
          guard outcome.isChange || skipped.isChange else { return .rollback }
          if outcome.isChange {
            try replacement.recordImport(outcome, at: importedAt)
            try replacement.recordIgnored()
          }
          try skipped.run()
          try FileLedger(database, source: answer.sourceNumber)
            .record(receipt.files, days: receipt.days.keys)
          try answer.staged.drop()
          return .commit
        }
        return outcome
      }
    }
  }
}
