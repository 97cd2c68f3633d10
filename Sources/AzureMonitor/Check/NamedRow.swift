import Foundation
import UsageModel

/// One row of a small answer, by the names of its columns.
struct NamedRow: Sendable {
  /// From 1.
  private let number: Int
  /// nil for NULL.
  private let cells: [String: String?]

  init(_ number: Int, _ cells: [String: String?]) {
    self.number = number
    self.cells = cells
  }

  init(_ number: Int, _ row: AnswerRow, columns: [String]) {
    self.init(
      number,
      Dictionary(columns.enumerated().map { ($1, row.text(of: $0)) }) { first, _ in first })
  }

  /// Empty for NULL.
  func text(_ column: String) throws(RowProblem) -> String { try cell(column) ?? "" }

  /// May be negative: sums of metrics that count something else than tokens are.
  func whole(_ column: String) throws(RowProblem) -> Int64? {
    guard let text = try cell(column) else { return nil }
    let bytes = Array(text.utf8)
    guard let number = Int64(text) ?? bytes.withUnsafeBytes({ try? wholeNumber($0) }) else {
      throw bad(column, text)
    }
    return number
  }

  func count(_ column: String) throws(RowProblem) -> Int64 { try whole(column) ?? 0 }

  /// - Returns: nil for NULL and for what is no number at all.
  func real(_ column: String) throws(RowProblem) -> Double? {
    guard let text = try cell(column) else { return nil }
    guard let number = Double(text) else { throw bad(column, text) }
    return number.isFinite ? number : nil
  }

  /// A local day arrives as midnight in UTC: only its date counts.
  func day(_ column: String) throws(RowProblem) -> CalendarDay {
    let text = try text(column)
    guard let day = CalendarDay(text.prefix(10)) else { throw bad(column, text) }
    return day
  }

  func moment(_ column: String) throws(RowProblem) -> Timestamp? {
    guard let text = try cell(column) else { return nil }
    let written = Array(text.utf8).withUnsafeBytes { try? WrittenTime($0) }
    guard let written else { throw bad(column, text) }
    return written.moment(offset: written.offset ?? 0)
  }

  private func cell(_ column: String) throws(RowProblem) -> String? {
    guard let cell = cells[column] else { throw .missingColumn(column) }
    return cell
  }

  private func bad(_ column: String, _ text: String) -> RowProblem {
    .badCell(column: column, row: number, text: text.prefixed(60))
  }
}

extension QueryService {
  /// All rows of a query whose answer is small.
  /// - Throws: ``MonitorError``, also where rows are missing; or what the connection or the sign-in
  ///   throw.
  func rows(
    of query: (from: Timestamp, to: Timestamp, text: String)
  ) async throws -> [NamedRow] {
    var effort = PullEffort()
    let (rows, outcome) = try await ask(
      query.text, effort: &effort, begin: { [NamedRow]() },
      add: { rows, columns, row in
        rows.append(NamedRow(rows.count + 1, row, columns: columns))
      })
    if case .truncated(let message) = outcome {
      throw MonitorError.neverWhole(
        source: source.name, from: query.from, to: query.to, message: message)
    }
    return rows
  }
}
