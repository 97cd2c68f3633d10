import UsageModel

/// A question about how complete and how plausible a source's records are.
package struct CompletenessQuery: Hashable, Sendable {
  package let subject: CompletenessSubject
  /// The columns of the answer, in order. A sum over no record may be null.
  package let columns: [ResultColumn]
  private let query: Query

  /// - Parameter columns: The last step of the query keeps these.
  init(
    _ subject: CompletenessSubject, _ intermediates: [Query.Let], _ source: Source, _ steps: [Step],
    columns: [Column]
  ) {
    self.subject = subject
    self.columns = columns.map(ResultColumn.init)
    query = Query(
      intermediates: intermediates,
      result: Pipeline(source, steps + [.project(columns.map(Assignment.column))]))
  }

  /// The question for records at or after `from` and before `to`.
  package func text(from: Timestamp, to: Timestamp) -> String {
    query.text(windowStart: DatetimeLiteral(from), windowEnd: DatetimeLiteral(to))
  }
}
