import GRDB
import UsageModel

/// Gives every series a number, and remembers those of one import.
struct SeriesInterning {
  /// The numbers of a series' texts.
  struct Dimensions: Hashable {
    let subscription: Int64
    let user: Int64
    let feature: Int64
    let model: Int64
  }

  private let source: Int64
  private var dimensionNumbers: [String: Int64] = [:]
  private var seriesNumbers: [Dimensions: Int64] = [:]
  private(set) var texts: [Int64: String] = [:]
  private(set) var dimensions: [Int64: Dimensions] = [:]

  private let findDimension: RepeatedStatement
  private let addDimension: RepeatedStatement
  private let findSeries: RepeatedStatement
  private let addSeries: RepeatedStatement

  init(_ database: Database, source: Int64) throws {
    self.source = source
    findDimension = try RepeatedStatement(database, "SELECT id FROM dimension WHERE text = ?")
    addDimension = try RepeatedStatement(
      database, "INSERT INTO dimension (text) VALUES (?) RETURNING id")
    findSeries = try RepeatedStatement(
      database,
      """
      SELECT id FROM series
      WHERE source = ? AND subscription = ? AND user = ? AND feature = ? AND model = ?
      """)
    addSeries = try RepeatedStatement(
      database,
      """
      INSERT INTO series (source, subscription, user, feature, model)
      VALUES (?, ?, ?, ?, ?) RETURNING id
      """)
  }

  mutating func number(of series: SeriesKey) throws -> Int64 {
    let dimensions = Dimensions(
      subscription: try number(of: series.subscription), user: try number(of: series.user),
      feature: try number(of: series.feature), model: try number(of: series.model))
    if let known = seriesNumbers[dimensions] { return known }
    let values: [StoredValue] = [
      .integer(source), .integer(dimensions.subscription), .integer(dimensions.user),
      .integer(dimensions.feature), .integer(dimensions.model),
    ]
    let number =
      try firstInteger(of: findSeries, values) ?? firstInteger(of: addSeries, values) ?? 0
    seriesNumbers[dimensions] = number
    self.dimensions[number] = dimensions
    return number
  }

  private mutating func number(of text: String) throws -> Int64 {
    if let known = dimensionNumbers[text] { return known }
    let stored = storable(text)
    let values = [StoredValue.text(stored)]
    let number =
      try firstInteger(of: findDimension, values) ?? firstInteger(of: addDimension, values) ?? 0
    dimensionNumbers[text] = number
    texts[number] = stored
    return number
  }
}

/// SQL functions end a text at its first NUL, so an id that holds one shows a replacement character
/// there.
func storable(_ text: String) -> String {
  guard text.utf8.contains(0) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
}

func firstInteger(of statement: RepeatedStatement, _ values: [StoredValue]) throws -> Int64? {
  var first: Int64?
  try statement.forEachRow(values) { first = first ?? $0.integer(0) }
  return first
}
