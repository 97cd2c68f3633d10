/// How the records of one source are written.
protocol RecordFormat: ~Copyable {
  /// Whether a record can go on behind the end of a line, as a quoted CSV field can.
  static var quotesJoinLines: Bool { get }
  /// Whether a record is a JSON document that ends where its first bracket is closed.
  static var bracketsJoinLines: Bool { get }

  mutating func beginFile()
  /// - Parameter record: Followed by ``LineReader`` padding.
  /// - Returns: false where it is no record of its own, such as a header.
  mutating func read(
    _ record: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool
  func endFile(_ path: String) throws(IngestionError)
}

extension RecordFormat where Self: ~Copyable {
  static var bracketsJoinLines: Bool { false }
}
