/// Why a document of usage is refused.
package enum ReportProblem: Error, Hashable {
  case notJSON
  case notNumber
  case notClosed
  case tooLong
  /// - key: What the object, called `object`, must have.
  case missing(key: String, object: String)
  case notList(String)
  case notObject(String)
  case time(key: String, text: String)
  /// More than a day.
  case bucketTooLong
  /// A bucket and group came before, with other counts.
  case countedTwice(what: String)
  case temporality(String)
  case falling(from: Int64, to: Int64)
  case tooManyStreams(most: Int)
}

extension ReportProblem {
  var message: String {
    switch self {
    case .notJSON: "this is not one whole JSON document"
    case .notNumber: "a number here is not written as JSON writes them, or is too large"
    case .notClosed: "the JSON document that begins here has no end"
    case .tooLong: "the JSON document that begins here is longer than 16 MiB"
    case .missing(let key, let object): "\(object) has no \(key)"
    case .notList(let key): "'\(key)' is not a list"
    case .notObject(let what): "\(what) is not an object"
    case .time(let key, let text): "\(key) is '\(text)', which is not a time from 1970 to 2099"
    case .bucketTooLong: "a bucket is longer than a day"
    case .countedTwice(let what): "\(what) was there before, with other counts"
    case .temporality(let text):
      "aggregationTemporality is '\(text)', not 1 (delta) or 2 (cumulative)"
    case .falling(let from, let to):
      "a cumulative sum falls from \(from) to \(to) with the same startTimeUnixNano"
    case .tooManyStreams(let most): "there are more than \(most) cumulative series"
    }
  }

  /// See ``RecordProblem/kind``.
  var kind: String {
    switch self {
    case .notJSON: "not a JSON object"
    case .notNumber: "a count that is no number"
    case .notClosed: "a document without an end"
    case .tooLong: "longer than 16 MiB"
    case .missing: "a key that is missing"
    case .notList, .notObject: "a value of another kind than it should be"
    case .time: "a time that cannot be read"
    case .bucketTooLong: "a bucket longer than a day"
    case .countedTwice: "other counts than before"
    case .temporality: "a temporality that is not known"
    case .falling: "a cumulative sum that falls"
    case .tooManyStreams: "too many cumulative series"
    }
  }

  /// Where a line contradicts one before it, either may be the wrong one.
  var isOfOneLine: Bool {
    switch self {
    case .countedTwice, .falling, .tooManyStreams: false
    default: true
    }
  }

  var remedy: String {
    switch self {
    case .notJSON, .notClosed: "fetch or export the file again"
    case .notNumber: "correct the number, or fetch the file again"
    case .tooLong: "ask for fewer buckets a page"
    case .missing(key: "sum", _): "have the producer record sums: without them tokens are not known"
    case .missing(key: "data", _), .missing(key: "resourceMetrics", _):
      "give files of the source's kind only"
    case .missing, .notList, .notObject, .time: "fetch or export the file again, as it was sent"
    case .bucketTooLong: "ask for buckets of a day, an hour or a minute"
    case .countedTwice: "give only the newest file of these days"
    case .temporality: "have the producer send delta or cumulative sums"
    case .falling: "have the producer send a new startTimeUnixNano when it starts again"
    case .tooManyStreams: "import fewer files at once, or have the producer send delta sums"
    }
  }
}
