import GRDB
import GRDBSQLite
import Tables

/// One connection to the charges cache that can do nothing but answer queries over the views.
struct QueryConnection: Sendable {
  private let queue: DatabaseQueue
  private let watch = QueryWatch()
  private let readable = ReadableRows()
  private let shapes = QueryShapes()

  init(path: String) throws {
    let original = try DatabaseQueue()
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      for function in moneyFunctions + dateFunctions(askingOn: original) {
        database.add(function: function)
      }
      if let connection = database.sqliteConnection {
        addExactSums(to: connection)
      }
      // The file never changes: it is asked for once, not at every query. Temporary tables are made
      // again where filling them fails.
      try database.execute(
        sql: """
          PRAGMA cache_size = -4096; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA temp.journal_mode = OFF
          """)
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    queue.unsafeRead { confine($0, watch) }
  }

  /// The rows of one SELECT. Without `order by` they are sorted by all columns.
  func rows(
    _ sql: String, _ parameters: [String: Cell], reading earlier: [NamedRows],
    limits: QueryLimits
  ) throws(QueryError) -> Tables.Table {
    do {
      return try queue.unsafeRead { database in
        watch.beginFilling()
        try readable.fill(earlier, in: database)
        watch.begin(steps: limits.steps, reading: Set(earlier.map(\.name)))
        let sql = sql + mark(earlier)
        let (statement, shape) = try prepared(sql, in: database)
        defer {
          sqlite3_reset(statement.sqliteStatement)
          sqlite3_clear_bindings(statement.sqliteStatement)
        }
        try bind(parameters, as: shape.parameters, to: statement.sqliteStatement)
        let table = try table(
          of: statement.sqliteStatement, columns: shape.columns, in: database, limits: limits)
        return shape.isOrdered ? table : table.sortedByAllColumns()
      }
    } catch let error as QueryError {
      throw error
    } catch {
      throw .failed(reason: "\(error)", offset: nil)
    }
  }

  private func prepared(
    _ sql: String, in database: Database
  ) throws -> (statement: Statement, shape: QueryShape) {
    if let shape = shapes[sql] { return (try database.cachedStatement(sql: sql), shape) }
    let text = QueryText(sql)
    guard text.onlyReads else { throw QueryError.notASelect }
    if text.isLimited, !text.isOrdered { throw QueryError.limitWithoutOrder }
    do {
      let statement = try database.cachedStatement(sql: sql)
      guard sqlite3_stmt_isexplain(statement.sqliteStatement) == 0 else {
        throw QueryError.notASelect
      }
      let shape = try QueryShape(statement.sqliteStatement, isOrdered: text.isOrdered)
      shapes[sql] = shape
      return (statement, shape)
    } catch let error as DatabaseError {
      if let refusal = watch.refusal { throw refusal }
      throw preparationError(error, offset: sqlite3_error_offset(database.sqliteConnection))
    }
  }

  private func bind(
    _ parameters: [String: Cell], as names: [String], to statement: OpaquePointer
  ) throws(QueryError) {
    for (index, name) in names.enumerated() {
      guard let cell = parameters[name] else {
        throw .unknownParameter(name, known: parameters.keys.sorted())
      }
      _ = SnapshotStore.bind(StoredValue(cell), at: Int32(index + 1), of: statement)
    }
  }

  private func table(
    of statement: OpaquePointer, columns: [String], in database: Database, limits: QueryLimits
  ) throws(QueryError) -> Tables.Table {
    var rows: [[Cell]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_DONE:
        return Tables.Table(columns: columns, rows: rows)
      case SQLITE_ROW:
        guard rows.count < limits.rows else { throw .tooManyRows(limit: limits.rows) }
        var cells: [Cell] = []
        cells.reserveCapacity(columns.count)
        for (index, column) in columns.enumerated() {
          cells.append(try cell(Int32(index), of: statement, named: column, limits: limits))
        }
        rows.append(cells)
      case SQLITE_INTERRUPT:
        throw .tooManySteps(limit: limits.steps)
      default:
        let reason = String(cString: sqlite3_errmsg(database.sqliteConnection))
        throw reason == "integer overflow" ? .tooLarge : .failed(reason: reason, offset: nil)
      }
    }
  }
}

/// Makes a statement its own that reads other rows, or other columns, by the same words: statements
/// are kept by their text.
private func mark(_ earlier: [NamedRows]) -> String {
  earlier.isEmpty ? "" : "\n-- reads " + earlier.map(\.heading).joined(separator: ", ")
}

private func cell(
  _ index: Int32, of statement: OpaquePointer, named column: String, limits: QueryLimits
) throws(QueryError) -> Cell {
  switch sqlite3_column_type(statement, index) {
  case SQLITE_NULL: return .null
  case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
  case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, index))
  case SQLITE_TEXT:
    let text = StoredRow(handle: statement).text(index)
    guard text.utf8.count <= limits.bytesPerValue else {
      throw .valueTooLong(column: column, limit: limits.bytesPerValue)
    }
    return .text(text)
  default: throw .bytes(column: column)
  }
}

/// - Parameter offset: Where in the SQL the error is, −1 where SQLite does not know.
private func preparationError(_ error: DatabaseError, offset: Int32) -> QueryError {
  let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
  let missingTable = "no such table: "
  if error.resultCode == .SQLITE_MISUSE { return .severalStatements }
  if reason == "empty statement" { return .empty }
  if reason.hasPrefix(missingTable) {
    return .unknownView(String(reason.dropFirst(missingTable.count)))
  }
  return .failed(reason: reason, offset: offset < 0 ? nil : Int(offset))
}
