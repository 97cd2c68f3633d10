import GRDBSQLite
import Synchronization

/// What a prepared SELECT asks for and returns.
struct QueryShape: Sendable {
  let columns: [String]
  /// In the order of their numbers, from 1 on, without the colon.
  let parameters: [String]
  /// Whether its rows have an order of their own.
  let isOrdered: Bool

  init(_ statement: OpaquePointer, isOrdered: Bool) throws(QueryError) {
    self.isOrdered = isOrdered
    columns = (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
    var parameters: [String] = []
    for index in 0..<sqlite3_bind_parameter_count(statement) {
      guard let written = sqlite3_bind_parameter_name(statement, index + 1),
        written[0] == CChar(bitPattern: UInt8(ascii: ":"))
      else { throw .unnamedParameter }
      parameters.append(String(cString: written + 1))
    }
    self.parameters = parameters
  }
}

/// The shapes of the queries that a connection has prepared, by their text: a thousand pages ask the
/// same.
final class QueryShapes: Sendable {
  private let known = Mutex<[String: QueryShape]>([:])

  subscript(sql: String) -> QueryShape? {
    get { known.withLock { $0[sql] } }
    set { known.withLock { $0[sql] = newValue } }
  }
}
