import GRDB

extension SnapshotError {
  /// What an error of SQLite means for a file of ours.
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .locked(path: path)
    case .SQLITE_NOTADB:
      self = .notASnapshot(path: path)
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self = .cannotWrite(path: path, reason: reason)
    default:
      self = .damaged(path: path, reason: reason)
    }
  }
}

/// Runs `body`, and says what an error of SQLite means for the file at `path`.
func translatingErrors<Result>(at path: String, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw SnapshotError(error, path: path)
  }
}
