import GRDB
import UsageModel

extension Snapshot {
  /// The names that are a user's and nothing else's, in byte order: what must not be on a site that
  /// shows no people.
  ///
  /// A name that is also a subscription, a feature or a model is shown as that.
  package func namesOfPeopleOnly() throws -> [String] {
    try read { try SnapshotStore.namesOfPeopleOnly(in: $0) }
  }
}

func namesOfPeopleOnly(in database: Database) throws -> [String] {
  try String.fetchAll(
    database,
    sql: """
      SELECT text FROM dimension
      WHERE id IN (
        SELECT user FROM series
        EXCEPT SELECT subscription FROM series
        EXCEPT SELECT feature FROM series
        EXCEPT SELECT model FROM series)
      AND text <> ?
      ORDER BY text
      """,
    arguments: [SeriesKey.unknown])
}
