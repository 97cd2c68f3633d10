import SourceText
import UsageModel

/// Why a record is refused.
package indirect enum RecordProblem: Error, Hashable {
  case notUTF8
  case tooLong
  case outOfMemory
  /// No fault of the record's: becomes ``IngestionError/idsNotKept(path:reason:)``.
  case idsNotKept(path: String, reason: String)
  /// A sum of its series or of its day does not fit into 64 bits.
  case sumTooLarge
  /// Before any service like this existed.
  case tooEarly(CalendarDay, earliest: CalendarDay)
  /// Of a day that has not come yet.
  case tooLate(CalendarDay)
  case number(NumberProblem, field: String, text: String)

  // JSON
  case notJSON
  case notObject
  case tooDeep
  case missing(String)
  case repeated(String)
  /// Two keys that say the same thing.
  case contradicting(String, String)
  case notSingle(String)
  case propertiesNotObject(key: String)
  /// - expected: What the key says of a record that can be counted.
  case wrongType(key: String, found: String, expected: String)
  case utcTime(TimeProblem, key: String, text: String)
  /// - record: Its place in the batch, from 1.
  case ofBatch(record: Int, RecordProblem)

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
    case .tooEarly(let day, let earliest):
      "this record is dated \(day), and before \(earliest) nothing like it was metered"
    case .tooLate(let day): "this record is dated \(day), a day that has not come yet"
    case .number(.notNumber, let field, let text): "\(field) is '\(text)', which is not a number"
    case .number(.negative, let field, let text): "\(field) is '\(text)', which is negative"
    case .number(.fractional, let field, let text):
      "\(field) is '\(text)', which is not a whole number"
    case .number(.tooLarge, let field, let text): "\(field) is '\(text)', more than 2^63 − 1"
    case .notJSON: "this line is not JSON"
    case .notObject: "this line is JSON, but not an object"
    case .tooDeep: "this line has objects or lists inside each other to a depth of more than 64"
    case .missing(let key): "this record has no \(key)"
    case .repeated(let key): "this record has '\(key)' twice"
    case .notSingle(let key): "'\(key)' holds an object or a list, not one value"
    case .contradicting(let key, let other):
      "this record has both '\(key)' and '\(other)', which say the same thing"
    case .propertiesNotObject(let key): "\(key) is not an object"
    case .wrongType(let key, let found, let expected):
      "this record's \(key) is '\(found)', not '\(expected)'"
    case .utcTime(.notTime, let key, let text): "\(key) is '\(text)', which is not a UTC time"
    case .utcTime(.yearOutOfRange, let key, let text):
      "\(key) is '\(text)', which is not between 1970 and 2099"
    case .ofBatch(let record, .notObject): "record \(record) of this line is not an object"
    case .ofBatch(let record, let problem): "record \(record) of this line: \(problem.message)"
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
    case .tooEarly, .tooLate:
      "correct the time; if it is right, import with --accept-dates"
    case .number(.tooLarge, _, _), .number(.negative, _, _):
      "correct the count, or remove the record"
    case .number: "write a whole number, such as 1250 or 1250.0"
    case .notJSON:
      "give one whole JSON object a line; if the line was cut off, export the file again"
    case .notObject: "give one JSON object a line, as the data export of Azure Monitor writes it"
    case .tooDeep: "export the metrics again; their records are not nested"
    case .missing(let key): "export the column \(key); every record needs it"
    case .repeated(let key): "keep one '\(key)'"
    case .notSingle(let key): "write '\(key)' as a text or a number"
    case .contradicting(let key, let other): "keep '\(key)' or '\(other)', whichever is right"
    case .propertiesNotObject(let key): "write \(key) as an object of names and texts"
    case .wrongType(_, _, expected: "customMetric"):
      "give customMetric records only; the table customMetrics holds no others"
    case .wrongType:
      "give AppMetrics records only; the data export keeps them in the container am-appmetrics"
    case .utcTime(.notTime, _, _): "write it such as 2026-10-31T23:59:59.1234567Z"
    case .ofBatch(_, .notObject): "write every record of the batch as one JSON object"
    case .ofBatch(_, let problem): problem.remedy
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
    case .utcTime(.yearOutOfRange, _, _), .time(.yearOutOfRange, _, _):
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
