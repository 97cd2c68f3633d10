extension RecordProblem {
  /// What is wrong, without anything that the line holds: fit for a page that may name nobody.
  package var kind: String {
    switch self {
    case .notUTF8: "not UTF-8 text"
    case .tooLong: "longer than 16 MiB"
    case .outOfMemory, .idsNotKept: "no memory left"
    case .sumTooLarge: "a sum that is too large"
    case .tooEarly, .tooLate: "a date that cannot be right"
    case .number(.notNumber, _, _): "a count that is no number"
    case .number(.negative, _, _): "a count below zero"
    case .number(.fractional, _, _): "a count with a fraction"
    case .number(.tooLarge, _, _): "a count that is too large"
    case .notJSON, .notObject: "not a JSON object"
    case .tooDeep: "nested too deeply"
    case .missing: "a key that is missing"
    case .repeated: "a key that is there twice"
    case .contradicting: "two keys for the same thing"
    case .notSingle: "a list or an object in place of a value"
    case .propertiesNotObject: "properties that are no object"
    case .wrongType: "a record of another table"
    case .utcTime, .time: "a time that cannot be read"
    case .columnMissing, .columnTwice, .roleNotMapped: "a header that does not fit"
    case .fieldCount: "another number of fields than the header"
    case .quoteNotClosed: "a quote that is not closed"
    case .strayQuote: "a quote inside a field"
    case .report(let problem): problem.kind
    case .ofBatch(_, let problem): problem.kind
    }
  }

  /// Whether the lines behind it can be read all the same.
  ///
  /// A sum that is too large is nobody's in particular: the line where it breaks may be right, and
  /// one before it wrong.
  var isOfOneLine: Bool {
    switch self {
    case .outOfMemory, .idsNotKept, .sumTooLarge, .columnMissing, .columnTwice, .roleNotMapped:
      false
    case .report(let problem): problem.isOfOneLine
    case .ofBatch(_, let problem): problem.isOfOneLine
    default: true
    }
  }
}
