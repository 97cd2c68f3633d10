import GRDBSQLite

/// The arguments of a function that SQLite calls. Valid until it returns.
struct FunctionArguments {
  fileprivate let values: UnsafeMutablePointer<OpaquePointer?>

  /// nil for what is no whole number.
  func integer(_ index: Int) -> Int64? {
    sqlite3_value_type(values[index]) == SQLITE_INTEGER ? sqlite3_value_int64(values[index]) : nil
  }

  func text(_ index: Int) -> String {
    withText(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// With a zero behind it, so that no two texts read like two others.
  func appendText(_ index: Int, to bytes: inout [UInt8]) {
    withText(index) { bytes.append(contentsOf: $0) }
    bytes.append(0)
  }

  func appendInteger(_ index: Int, to bytes: inout [UInt8]) {
    guard let integer = integer(index) else { return bytes.append(0) }
    bytes.append(1)
    withUnsafeBytes(of: integer) { bytes.append(contentsOf: $0) }
  }

  private func withText<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = sqlite3_value_text(values[index])
    return body(
      UnsafeBufferPointer(
        start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(values[index]))))
  }
}

/// Adds the aggregate that ``LineSums`` is in SQL. Its JSON is an array of lines, each an array of cost
/// centre, subscription, feature, model, token class, tokens, rate and cost.
func addLineSums(to connection: OpaquePointer) {
  sqlite3_create_function_v2(
    connection, LineSums.functionName, LineSums.argumentCount, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
    nil, nil, addCharge, finish, nil)
}

/// SQLite has room for plain bytes only: they hold a reference to this.
private final class LineSumsBox {
  var sums = LineSums()
}

private typealias BoxReference = Unmanaged<LineSumsBox>?

private let addCharge:
  @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
    context, _, values in
    guard let values,
      let reference = sqlite3_aggregate_context(context, Int32(MemoryLayout<BoxReference>.size))?
        .assumingMemoryBound(to: BoxReference.self)
    else { return sqlite3_result_error_nomem(context) }
    // All bytes are zero, which is no reference, before the first row.
    let box = reference.pointee ?? .passRetained(LineSumsBox())
    reference.pointee = box
    box.takeUnretainedValue().sums.add(FunctionArguments(values: values))
  }

private let finish: @convention(c) (OpaquePointer?) -> Void = { context in
  // No size: a context is made only where a row came.
  guard
    let reference = sqlite3_aggregate_context(context, 0)?
      .assumingMemoryBound(to: BoxReference.self).pointee
  else { return sqlite3_result_text(context, "[]", 2, copyAtOnce) }
  let lines = reference.takeRetainedValue().sums.lines
  if lines.contains(where: \.sum.isTooLarge) {
    // The words SQLite's own `sum` uses.
    return sqlite3_result_error(context, "integer overflow", -1)
  }
  var json = JSONRows()
  for line in lines {
    json.append(
      texts: line.key.texts, integers: [line.sum.tokens, line.key.rate, line.sum.cost])
  }
  let text = json.text
  sqlite3_result_text(context, text, Int32(text.utf8.count), copyAtOnce)
}
