import SourceText
/// Why a record is refused.
package enum RecordProblem: Error, Hashable {
  case notUTF8
  case tooLong
  case outOfMemory
  /// No fault of the record's: becomes ``IngestionError/idsNotKept(path:reason:)``.
  case idsNotKept(path: String, reason: String)
  /// A sum of its series or of its day does not fit into 64 bits.
  case sumTooLarge
  case number(NumberProblem, field: String, text: String)

  // JSON
  case notJSON
  case notObject
  case missing(String)
  case repeated(String)
  case notSingle(String)
  case propertiesNotObject
  case wrongType(String)
  case timeGenerated(TimeProblem, text: String)

  // CSV
  case columnMissing(String, role: String, header: [String])
  case columnTwice(String)
  case roleNotMapped(String)
  case fieldCount(found: Int, expected: Int)
  case quoteNotClosed
  case strayQuote
  case time(TimeProblem, column: String, text: String)

  // Reports and other documents
  case report(ReportProblem)
}

extension RecordProblem {
  /// One line: lower case at the start, no final period.
  var message: String {
    switch self {
    case .notUTF8: "this line is not UTF-8 text"
    case .tooLong: "this line is longer than 16 MiB"
    case .outOfMemory: "there is not enough memory to read this line"
    case .idsNotKept(let path, let reason): "cannot keep the ids of records in '\(path)': \(reason)"
    case .sumTooLarge: "with this record, the tokens of its day add up to more than 2^63 − 1"
    case .number(.notNumber, let field, let text): "\(field) is '\(text)', which is not a number"
    case .number(.negative, let field, let text): "\(field) is '\(text)', which is negative"
    case .number(.fractional, let field, let text):
      "\(field) is '\(text)', which is not a whole number"
    case .number(.tooLarge, let field, let text): "\(field) is '\(text)', more than 2^63 − 1"
    case .notJSON: "this line is not JSON"
    case .notObject: "this line is JSON, but not an object"
    case .missing(let key): "this record has no \(key)"
    case .repeated(let key): "this record has '\(key)' twice"
    case .notSingle(let key): "'\(key)' holds an object or a list, not one value"
    case .propertiesNotObject: "Properties is not an object"
    case .wrongType(let type): "this record's Type is '\(type)', not 'AppMetrics'"
    case .timeGenerated(.notTime, let text): "TimeGenerated is '\(text)', which is not a UTC time"
    case .timeGenerated(.yearOutOfRange, let text):
      "TimeGenerated is '\(text)', which is not between 1970 and 2099"
    case .columnMissing(let name, let role, _): "no column '\(name)', which is mapped to \(role)"
    case .columnTwice(let name): "two columns are called '\(name)'"
    case .roleNotMapped(let role): "no column is mapped to \(role)"
    case .fieldCount(let found, let expected):
      "this row has \(fields(found)), but the header has \(expected)"
    case .quoteNotClosed: "a quote opened in this row is never closed"
    case .strayQuote: "a quote in this row stands inside a field"
    case .time(.notTime, let column, let text): "\(column) is '\(text)', which is not a time"
    case .time(.yearOutOfRange, let column, let text):
      "\(column) is '\(text)', which is not between 1970 and 2099"
    case .report(let problem): problem.message
    }
  }

  /// The next thing to do.
  var remedy: String {
    switch self {
    case .notUTF8: "save the file as UTF-8"
    case .tooLong: "give a file with one record a line"
    case .outOfMemory: "free some memory and import again"
    case .idsNotKept: "free some space there, or set TMPDIR to a folder that has more"
    case .sumTooLarge: "check the token counts of this day: one of them cannot be right"
    case .number(.tooLarge, _, _), .number(.negative, _, _):
      "correct the count, or remove the record"
    case .number: "write a whole number, such as 1250 or 1250.0"
    case .notJSON:
      "give one whole JSON object a line; if the line was cut off, export the file again"
    case .notObject: "give one JSON object a line, as the data export of Azure Monitor writes it"
    case .missing(let key): "export the column \(key); every record needs it"
    case .repeated(let key): "keep one '\(key)'"
    case .notSingle(let key): "write '\(key)' as a text or a number"
    case .propertiesNotObject: "write Properties as an object of names and texts"
    case .wrongType:
      "give AppMetrics records only; the data export keeps them in the container am-appmetrics"
    case .timeGenerated(.notTime, _): "write it such as 2026-10-31T23:59:59.1234567Z"
    case .columnMissing(let name, let role, let header):
      (nearestName(to: name, in: header).map { "did you mean '\($0)'? " } ?? "")
        + "correct \(role) in the source's columns; the file has: "
        + header.joined(separator: ", ")
    case .columnTwice(let name): "rename one of the columns '\(name)'"
    case .roleNotMapped(let role): "add \(role) to the source's columns in tokenbook.yml"
    case .fieldCount: "put a field that contains the separator or a line end in double quotes"
    case .quoteNotClosed: "close the quote; a quote inside a quoted field is doubled"
    case .strayQuote: "put the whole field in double quotes and double the quotes inside it"
    case .time(.notTime, _, _):
      "write it such as 2026-10-31, 2026-10-31 23:59:59 or 2026-10-31T23:59:59.1234567+01:00"
    case .timeGenerated(.yearOutOfRange, _), .time(.yearOutOfRange, _, _):
      "correct the time, or remove the record"
    case .report(let problem): problem.remedy
    }
  }
}

private func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }

/// Reads a count of a record, and says which where it is none.
func count(
  _ text: UnsafeRawBufferPointer, named field: String
) throws(RecordProblem) -> Int64 {
  do { return try wholeNumber(text) } catch {
    throw .number(error, field: field, text: excerpt(of: text, limit: 40))
  }
}
