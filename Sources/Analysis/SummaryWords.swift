import UsageModel

/// How a summary writes its numbers; the sentences themselves know no format.
package struct SummaryWords: Sendable {
  package let amount: @Sendable (Int64) throws -> String
  /// Of a share from 0 to 1.
  package let percent: @Sendable (Double) throws -> String
  package let date: @Sendable (CalendarDay) throws -> String
  package let month: @Sendable (CalendarMonth) throws -> String
  /// A date where its year is plain.
  package let day: @Sendable (CalendarDay) throws -> String
  /// A month where its year is plain.
  package let monthName: @Sendable (CalendarMonth) throws -> String
  /// The two ends of what is likely, the lower first.
  package let range: @Sendable (Int64, Int64) throws -> String

  /// - Parameters:
  ///   - day: By default the whole date.
  ///   - monthName: By default with the year.
  ///   - range: By default both amounts with *to* between them.
  package init(
    amount: @escaping @Sendable (Int64) throws -> String,
    percent: @escaping @Sendable (Double) throws -> String,
    date: @escaping @Sendable (CalendarDay) throws -> String,
    month: @escaping @Sendable (CalendarMonth) throws -> String,
    day: (@Sendable (CalendarDay) throws -> String)? = nil,
    monthName: (@Sendable (CalendarMonth) throws -> String)? = nil,
    range: (@Sendable (Int64, Int64) throws -> String)? = nil
  ) {
    self.amount = amount
    self.percent = percent
    self.date = date
    self.month = month
    self.day = day ?? date
    self.monthName = monthName ?? month
    self.range = range ?? { try "\(amount($0)) to \(amount($1))" }
  }
}
