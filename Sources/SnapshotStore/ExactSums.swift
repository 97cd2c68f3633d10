import GRDBSQLite

/// The aggregates `spend` and `known` of contract.md 1: 0 over no rows, NULL where every row is,
/// otherwise the exact sum of the known ones.
///
/// They run for every row of every page, so SQLite calls them without a library in between.
func addExactSums(to connection: OpaquePointer) {
  for name in ["spend", "known"] {
    sqlite3_create_function_v2(
      connection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, nil, addSummand, finish, nil)
  }
}

/// All bytes zero before the first row, as SQLite hands it out.
private struct ExactSum {
  var hasRows: Bool
  var hasSummands: Bool
  var isTooLarge: Bool
  var sum: Int64
}

private let addSummand:
  @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
    context, _, values in
    guard
      let sum = sqlite3_aggregate_context(context, Int32(MemoryLayout<ExactSum>.size))?
        .assumingMemoryBound(to: ExactSum.self)
    else { return sqlite3_result_error_nomem(context) }
    sum.pointee.hasRows = true
    switch sqlite3_value_type(values?[0]) {
    case SQLITE_NULL: break
    case SQLITE_INTEGER:
      let (result, overflow) = sum.pointee.sum.addingReportingOverflow(
        sqlite3_value_int64(values?[0]))
      sum.pointee.hasSummands = true
      sum.pointee.sum = result
      sum.pointee.isTooLarge = sum.pointee.isTooLarge || overflow
    default:
      sqlite3_result_error(
        context, "spend and known: only whole numbers can be added and divided exactly", -1)
    }
  }

private let finish: @convention(c) (OpaquePointer?) -> Void = { context in
  // No size: a context is made only where a row came.
  guard
    let sum = sqlite3_aggregate_context(context, 0)?.assumingMemoryBound(to: ExactSum.self).pointee,
    sum.hasRows
  else { return sqlite3_result_int64(context, 0) }
  if sum.isTooLarge {
    // The words SQLite's own `sum` uses.
    sqlite3_result_error(context, "integer overflow", -1)
  } else if sum.hasSummands {
    sqlite3_result_int64(context, sum.sum)
  } else {
    sqlite3_result_null(context)
  }
}
