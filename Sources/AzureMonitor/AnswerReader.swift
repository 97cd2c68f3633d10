/// Why an answer cannot be read as a table.
enum AnswerProblem: Error, Hashable {
  case notJSON(JSONProblem)
  /// It is JSON without a table.
  case noTable
  /// Frames of Kusto without the one that says that all is well.
  case noLastFrame
  /// Rows before the columns that name their cells, or of several tables.
  case unexpectedShape
  /// A row with more or fewer cells than there are columns.
  case cellCount(row: Int)
}

/// What a whole answer turned out to be.
struct AnswerEnd: Hashable {
  var rowCount = 0
  /// Of the result.
  var columns: [String] = []
  /// Set where rows are missing, however good the others look.
  var fault: ServiceFault?
}

/// Reads the answer of a query as it streams: `{"tables":[…]}` of Log Analytics and Application
/// Insights, or the array of frames of Kusto. Only rows are handed on; they are never all in memory.
struct AnswerReader {
  private var tokens = JSONTokens()
  private var tree = JSONTreeBuilder()
  private var row = AnswerRow()
  /// Of the table whose rows are being read.
  private var columns: [String] = []
  private var isInRows = false
  /// Whether the rows are those of the result, not of a table about it.
  private var isResult = false
  private var hasResult = false
  /// Containers that are open inside the rows: 1 in a row, more in a cell.
  private var depthInRows = 0
  private var faultInRows: JSONTreeBuilder?
  private var end = AnswerEnd()
  /// Columns of tables that come in fragments.
  private var announced: [String: (columns: [String], isResult: Bool)] = [:]

  /// - Parameters:
  ///   - restart: The rows so far were preliminary, and those that follow take their place.
  ///   - receive: Takes the names of the columns and one row.
  /// - Throws: ``AnswerProblem``, or what `receive` throws.
  mutating func feed(
    _ bytes: UnsafeRawBufferPointer, restart: () -> Void,
    receive: ([String], AnswerRow) throws -> Void
  ) throws {
    // Taken out, so that events may change the rest of the reader.
    var tokens = JSONTokens()
    swap(&tokens, &self.tokens)
    defer { swap(&tokens, &self.tokens) }
    do {
      try tokens.feed(bytes) { try take($0, restart, receive) }
    } catch let problem as JSONProblem {
      throw AnswerProblem.notJSON(problem)
    }
  }

  /// - Throws: ``AnswerProblem`` where the answer has not come to its end.
  mutating func finish() throws -> AnswerEnd {
    do {
      try tokens.finish { _ in }
    } catch let problem as JSONProblem {
      throw AnswerProblem.notJSON(problem)
    }
    if end.fault == nil { end.fault = tree.root.flatMap(ServiceFault.init(answer:)) }
    guard hasResult || end.fault != nil else { throw AnswerProblem.noTable }
    if case .array(let frames) = tree.root, end.fault == nil,
      frames.last?["FrameType"]?.text != "DataSetCompletion"
    {
      throw AnswerProblem.noLastFrame
    }
    return end
  }

  private mutating func take(
    _ event: JSONEvent, _ restart: () -> Void, _ receive: ([String], AnswerRow) throws -> Void
  ) throws {
    if isInRows { return try takeInRows(event, receive) }
    if case .beginArray = event, isAtRows {
      try beginRows(restart)
      return
    }
    if case .endObject = event, tree.member("FrameType")?.text == "TableHeader" { announce() }
    tree.receive(event)
  }

  /// Whether the array that begins now holds rows.
  private var isAtRows: Bool {
    switch tree.nextKey {
    case "rows":
      tree.depth == 3 && tree.isObject(atDepth: 0) && tree.key(atDepth: 1) == "tables"
    case "Rows": tree.depth == 2 && !tree.isObject(atDepth: 0)
    default: false
    }
  }

  private mutating func beginRows(_ restart: () -> Void) throws {
    if tree.nextKey == "rows" {
      let written = tree.member("columns")
      columns = written?.elements.compactMap { $0["name"]?.text } ?? []
      guard written != nil else { throw AnswerProblem.unexpectedShape }
      isResult = true
    } else if let known = tree.member("TableId")?.text.flatMap({ announced[$0] }) {
      (columns, isResult) = known
      if isResult, tree.member("TableFragmentType")?.text == "DataReplace" {
        end.rowCount = 0
        restart()
      }
    } else {
      columns = columnNames(tree.member("Columns"))
      isResult = tree.member("TableKind")?.text == "PrimaryResult"
      if isResult, columns.isEmpty { throw AnswerProblem.unexpectedShape }
    }
    if isResult {
      let isFragment = tree.member("FrameType")?.text == "TableFragment"
      if hasResult, !isFragment { throw AnswerProblem.unexpectedShape }
      hasResult = true
      end.columns = columns
    }
    isInRows = true
  }

  private mutating func announce() {
    guard let table = tree.member("TableId")?.text else { return }
    announced[table] = (
      columnNames(tree.member("Columns")), tree.member("TableKind")?.text == "PrimaryResult"
    )
  }

  private mutating func takeInRows(
    _ event: JSONEvent, _ receive: ([String], AnswerRow) throws -> Void
  ) throws {
    if faultInRows != nil { return takeFault(event) }
    switch event {
    case .beginArray, .beginObject:
      if depthInRows == 0 {
        if case .beginObject = event {
          faultInRows = JSONTreeBuilder()
          return takeFault(event)
        }
        row.clear()
      } else if depthInRows == 1 {
        row.append(.nested)
      }
      depthInRows += 1
    case .endArray, .endObject:
      guard depthInRows > 0 else {
        isInRows = false
        // The tree learns that an array was here.
        tree.receive(.beginArray)
        tree.receive(.endArray)
        return
      }
      depthInRows -= 1
      if depthInRows == 0 { try endRow(receive) }
    case .key: return
    case .string(let text): if depthInRows == 1 { row.append(.string, text) }
    case .number(let text): if depthInRows == 1 { row.append(.number, text) }
    case .bool: if depthInRows == 1 { row.append(.bool) }
    case .null: if depthInRows == 1 { row.append(.null) }
    }
  }

  private mutating func endRow(_ receive: ([String], AnswerRow) throws -> Void) throws {
    guard isResult else { return }
    guard row.kinds.count == columns.count else {
      throw AnswerProblem.cellCount(row: end.rowCount + 1)
    }
    end.rowCount += 1
    try receive(columns, row)
  }

  /// An object among the rows of Kusto says what went wrong.
  private mutating func takeFault(_ event: JSONEvent) {
    faultInRows?.receive(event)
    guard let found = faultInRows?.root else { return }
    end.fault = end.fault ?? ServiceFault(frame: found) ?? .unnamed
    faultInRows = nil
  }
}

private func columnNames(_ columns: JSONTree?) -> [String] {
  columns?.elements.compactMap { $0["ColumnName"]?.text } ?? []
}
