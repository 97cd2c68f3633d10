import GRDB
import Pricing
import UsageModel

/// The series of a snapshot, numbered from 0 in the order of their ids.
struct StoredSeries {
  private let ids: [Int64]
  let all: [MeteredSeries]
  /// Every source, once.
  let sources: [String]
  /// Of each series, its place among `sources`.
  let sourceOfSeries: [Int]
  /// What the series name, each once.
  let models: [MeteredModel]
  /// Of each series, its place among `models`.
  let modelOfSeries: [Int]

  init(_ database: Database) throws {
    var texts: [Int64: String] = [:]
    try RepeatedStatement(database, "SELECT id, text FROM dimension")
      .forEachRow { texts[$0.integer(0)] = $0.text(1) }
    var sources: [Int64: String] = [:]
    try RepeatedStatement(database, "SELECT id, name FROM source")
      .forEachRow { sources[$0.integer(0)] = $0.text(1) }
    var ids: [Int64] = []
    var all: [MeteredSeries] = []
    try RepeatedStatement(
      database,
      "SELECT id, source, subscription, user, feature, model FROM series ORDER BY id"
    ).forEachRow { row in
      let dimensions = (2...5).compactMap { texts[row.integer(Int32($0))] }
      guard let source = sources[row.integer(1)], dimensions.count == 4 else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a series has no name")
      }
      ids.append(row.integer(0))
      all.append(
        MeteredSeries(
          source: source,
          key: SeriesKey(
            subscription: dimensions[0], user: dimensions[1], feature: dimensions[2],
            model: dimensions[3])))
    }
    self.ids = ids
    self.all = all
    let names = Array(Set(sources.values)).sorted()
    self.sources = names
    let placeOfSource = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    sourceOfSeries = all.map { placeOfSource[$0.source] ?? 0 }
    var places: [MeteredModel: Int] = [:]
    modelOfSeries = all.map { series in
      let place = places[series.meteredModel] ?? places.count
      places[series.meteredModel] = place
      return place
    }
    models = places.sorted { $0.value < $1.value }.map(\.key)
  }

  func number(ofID id: Int64) throws -> Int {
    // Ids are given from 1 on and series are never removed, so mostly this is the place.
    if id > 0, id <= ids.count, ids[Int(id) - 1] == id { return Int(id) - 1 }
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    guard low < ids.count, ids[low] == id else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a point has no series")
    }
    return low
  }
}
