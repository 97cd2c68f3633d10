import GRDB
import GRDBSQLite
import Tables

/// A value bound to a parameter, or read from a column.
enum StoredValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  static func optional(_ integer: Int64?) -> StoredValue {
    integer.map(StoredValue.integer) ?? .null
  }
  init(_ cell: Cell) {
    self =
      switch cell {
      case .null: .null
      case .integer(let integer): .integer(integer)
      case .real(let real): .real(real)
      case .text(let text): .text(text)
      }
  }

  static func optional(_ text: String?) -> StoredValue { text.map(StoredValue.text) ?? .null }
}

/// A prepared statement that runs many times: bound and stepped without the library's bookkeeping
/// of each row, which costs more than the row.
struct RepeatedStatement {
  private let statement: Statement
  private let database: Database

  init(_ database: Database, _ sql: String) throws {
    self.database = database
    statement = try database.makeStatement(sql: sql)
  }

  /// - Parameter statement: Of `database`, which keeps it.
  init(_ database: Database, _ statement: Statement) {
    self.database = database
    self.statement = statement
  }

  /// Runs a statement that returns nothing.
  func run(row: [Cell]) throws {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    for (index, cell) in row.enumerated() {
      try check(bind(StoredValue(cell), at: Int32(index + 1), of: handle))
    }
    let code = sqlite3_step(handle)
    if code != SQLITE_DONE { try check(code) }
  }

  /// Runs a statement that returns nothing.
  func run(_ values: [StoredValue] = []) throws {
    try forEachRow(values) { _ in }
  }

  /// Runs a statement that returns nothing. What is not bound keeps the value it had before.
  func run(binding bind: (inout RowBinding) -> Void) throws {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    var binding = RowBinding(handle: handle)
    bind(&binding)
    try check(binding.code)
    let code = sqlite3_step(handle)
    if code != SQLITE_DONE { try check(code) }
  }

  func forEachRow(_ values: [StoredValue] = [], _ body: (StoredRow) throws -> Void) throws {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    for (index, value) in values.enumerated() {
      try check(bind(value, at: Int32(index + 1), of: handle))
    }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { return try check(code) }
      try body(StoredRow(handle: handle))
    }
  }

  private func check(_ code: Int32) throws {
    guard code != SQLITE_OK else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
      message: sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) })
  }
}

/// The row a statement stands on. Valid until the statement takes its next step.
struct StoredRow {
  let handle: OpaquePointer

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? {
    let integer = integer(column)
    // NULL reads as 0: only a 0 need be asked what it is.
    return integer == 0 && sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer
  }

  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}

/// Binds values, or NULL for nil, to the parameters of a statement.
struct RowBinding {
  fileprivate let handle: OpaquePointer
  fileprivate var code = SQLITE_OK

  mutating func bind(_ integer: Int64?, at index: Int32) {
    let result =
      if let integer {
        sqlite3_bind_int64(handle, index, integer)
      } else {
        sqlite3_bind_null(handle, index)
      }
    if result != SQLITE_OK { code = result }
  }

  mutating func bind(_ text: String, at index: Int32) {
    let result = SnapshotStore.bind(.text(text), at: index, of: handle)
    if result != SQLITE_OK { code = result }
  }
}

/// The texts that a statement's parameters are bound to: neighbouring rows share most of theirs.
struct KeptTexts {
  private var texts: [String?]

  init(parameterCount: Int) {
    texts = Array(repeating: nil, count: parameterCount + 1)
  }

  mutating func bind(_ text: String, at index: Int32, of row: inout RowBinding) {
    guard texts[Int(index)] != text else { return }
    texts[Int(index)] = text
    row.bind(text, at: index)
  }
}

/// Binds a value so that SQLite keeps its own copy.
func bind(_ value: StoredValue, at index: Int32, of statement: OpaquePointer) -> Int32 {
  switch value {
  case .null:
    return sqlite3_bind_null(statement, index)
  case .integer(let integer):
    return sqlite3_bind_int64(statement, index, integer)
  case .real(let real):
    return sqlite3_bind_double(statement, index, real)
  case .text(var text):
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty buffer may have no address, and SQLite takes that for NULL.
        guard let start = characters.baseAddress else {
          return sqlite3_bind_text(statement, index, "", 0, copyAtOnce)
        }
        return sqlite3_bind_text(statement, index, start, Int32(characters.count), copyAtOnce)
      }
    }
  }
}

/// `SQLITE_TRANSIENT`, a cast that Swift does not import.
let copyAtOnce = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
