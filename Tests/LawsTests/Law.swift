import GRDB

/// A law of the product as questions about an ``Evidence``: every row of an answer breaks it.
struct Law {
  struct Question {
    let title: String
    let sql: String

    init(_ title: String, _ sql: String) {
      self.title = title
      self.sql = sql
    }

    /// Asks for rows that only one of two queries has.
    init(_ title: String, expected: String, found: String) {
      self.title = title
      sql = """
        SELECT 'expected', * FROM (SELECT * FROM (\(expected)) EXCEPT SELECT * FROM (\(found)))
        UNION ALL
        SELECT 'found', * FROM (SELECT * FROM (\(found)) EXCEPT SELECT * FROM (\(expected)))
        """
    }
  }

  /// As numbered in the list of laws.
  let number: Int
  let questions: [Question]

  /// The first differences that each question finds, in words.
  func violations(in evidence: Evidence) throws -> [String] {
    try evidence.database.read { database in
      try questions.flatMap { question in
        try Row.fetchAll(database, sql: question.sql).prefix(4).map { row in
          "law \(number), \(question.title): "
            + row.databaseValues.map(\.description).joined(separator: " | ")
        }
      }
    }
  }
}
