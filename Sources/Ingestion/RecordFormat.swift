/// How the records of one source are written.
protocol RecordFormat: ~Copyable {
  /// Whether a record can go on behind the end of a line, as a quoted CSV field can.
  static var quotesJoinLines: Bool { get }
  /// Whether a record is a JSON document that ends where its first bracket is closed.
  static var bracketsJoinLines: Bool { get }

  /// Whether the next record says how the others are to be read.
  var expectsHeader: Bool { get }

  mutating func beginFile()
  /// Where this is known before the line's end has been looked for, the bytes of the next line,
  /// which is a record of its own.
  /// - Parameter unread: The line begins here and ends here. Followed by ``LineReader`` padding.
  mutating func lengthOfNextLine(in unread: UnsafeRawBufferPointer) -> Int?
  /// - Parameter record: Followed by ``LineReader`` padding.
  /// - Returns: false where it is no record of its own, such as a header.
  mutating func read(
    _ record: UnsafeRawBufferPointer, into answer: inout UsageAnswer
  ) throws(RecordProblem) -> Bool
  func endFile(_ path: String) throws(IngestionError)
}

extension RecordFormat where Self: ~Copyable {
  static var bracketsJoinLines: Bool { false }
  mutating func lengthOfNextLine(in unread: UnsafeRawBufferPointer) -> Int? { nil }
}
