import UsageModel

/// Adds the rows of one answer to usage.
struct UsageRowReader {
  private let days: ClosedRange<CalendarDay>
  private var columns: (names: [String], places: UsageColumns)?
  private(set) var rowCount = 0
  /// Of the day that has most.
  private(set) var mostRowsADay = 0
  private var rowsOfDay: (day: CalendarDay, count: Int)?
  /// Rows are ordered by day and series, so most dimensions are those of the row before.
  private var lastTexts: [UsageColumn: (bytes: [UInt8], text: String)] = [:]

  init(days: ClosedRange<CalendarDay>) {
    self.days = days
  }

  mutating func add(
    _ row: AnswerRow, columns names: [String], to usage: inout PulledUsage
  ) throws(RowProblem) {
    rowCount += 1
    let columns = try columns(names)
    let day = try self.day(in: row, .day, columns)
    guard days.contains(day) else { throw .dayOutside(day) }
    // Rows are ordered by day; where they are not, a day merely seems smaller than it is.
    rowsOfDay = rowsOfDay?.day == day ? (day, (rowsOfDay?.count ?? 0) + 1) : (day, 1)
    mostRowsADay = max(mostRowsADay, rowsOfDay?.count ?? 0)
    let utcMonth = try self.day(in: row, .utcMonth, columns).month
    let series = SeriesKey(
      subscription: try dimension(in: row, .subscription, columns),
      user: try dimension(in: row, .user, columns),
      feature: try dimension(in: row, .feature, columns),
      model: try dimension(in: row, .model, columns))
    let requests = try count(in: row, .requests, columns)
    let records = try count(in: row, .records, columns) ?? 0
    let metric = columns.isLong ? try text(in: row, .metric, columns) : ""
    if let faulty = try count(in: row, .faulty, columns), faulty > 0 {
      throw .faultyRecords(day: day, metric: metric, count: faulty)
    }
    let place = UsagePlace(series: series, day: day, utcMonth: utcMonth)
    var tokens: [(metric: String, count: Int64)] = []
    if columns.isLong {
      tokens = [(metric, try neededCount(in: row, .tokens, columns))]
    } else {
      for (column, metric) in [
        (UsageColumn.promptTokens, TokenMetric.prompt), (.completionTokens, .completion),
        (.totalTokens, .total),
      ] {
        if let count = try count(in: row, column, columns) {
          tokens.append((metric.rawValue, count))
        }
      }
    }
    let fits = usage.add(
      tokens, requests: requests, records: records, at: place,
      first: try moment(in: row, .first, columns), last: try moment(in: row, .last, columns),
      lastIngested: try moment(in: row, .lastIngested, columns))
    guard fits else { throw .tooLarge(day: day) }
  }

  private mutating func columns(_ names: [String]) throws(RowProblem) -> UsageColumns {
    if let columns, columns.names == names { return columns.places }
    do {
      let places = try UsageColumns(names)
      columns = (names, places)
      return places
    } catch {
      throw .missingColumn(error.name)
    }
  }

  private func bad(_ row: AnswerRow, _ column: UsageColumn, _ columns: UsageColumns) -> RowProblem {
    let text = row.text(of: columns.place(column)) ?? ""
    return .badCell(column: column.rawValue, row: rowCount, text: text.prefixed(60))
  }

  /// A local day arrives as midnight in UTC: only its date counts.
  private func day(
    in row: AnswerRow, _ column: UsageColumn, _ columns: UsageColumns
  ) throws(RowProblem) -> CalendarDay {
    let day: CalendarDay? = row.withText(of: columns.place(column)) { bytes in
      let date = UnsafeRawBufferPointer(rebasing: bytes.prefix(10))
      return (try? WrittenTime(date))?.day
    }
    guard let day else { throw bad(row, column, columns) }
    return day
  }

  private func moment(
    in row: AnswerRow, _ column: UsageColumn, _ columns: UsageColumns
  ) throws(RowProblem) -> Timestamp? {
    let place = columns.place(column)
    if row.kinds[place] == .null { return nil }
    let moment: Timestamp? = row.withText(of: place) { bytes in
      guard let written = try? WrittenTime(bytes) else { return nil }
      return written.moment(offset: written.offset ?? 0)
    }
    guard let moment else { throw bad(row, column, columns) }
    return moment
  }

  private func count(
    in row: AnswerRow, _ column: UsageColumn, _ columns: UsageColumns
  ) throws(RowProblem) -> Int64? {
    let place = columns.place(column)
    if row.kinds[place] == .null { return nil }
    let count = row.withText(of: place) { try? wholeNumber($0) }
    guard let count else { throw bad(row, column, columns) }
    return count
  }

  private func neededCount(
    in row: AnswerRow, _ column: UsageColumn, _ columns: UsageColumns
  ) throws(RowProblem) -> Int64 {
    guard let count = try count(in: row, column, columns) else { throw bad(row, column, columns) }
    return count
  }

  /// Empty and null are alike: nobody said.
  private mutating func dimension(
    in row: AnswerRow, _ column: UsageColumn, _ columns: UsageColumns
  ) throws(RowProblem) -> String {
    if row.kinds[columns.place(column)] == .null { return SeriesKey.unknown }
    let text = try text(in: row, column, columns)
    return text.isEmpty ? SeriesKey.unknown : text
  }

  private mutating func text(
    in row: AnswerRow, _ column: UsageColumn, _ columns: UsageColumns
  ) throws(RowProblem) -> String {
    let place = columns.place(column)
    if let last = lastTexts[column],
      row.withText(of: place, { $0.elementsEqual(last.bytes) })
    {
      return last.text
    }
    guard let text = row.text(of: place) else { throw bad(row, column, columns) }
    lastTexts[column] = (Array(text.utf8), text)
    return text
  }
}
