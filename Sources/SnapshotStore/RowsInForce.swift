import Pricing
import UsageModel

/// The dated rows of a file that are known on the last day of all pages.
struct RowsInForce {
  let asOf: CalendarDay?

  /// Whether a row has begun.
  func isKnown(_ validity: Validity) -> Bool {
    guard let asOf, let from = validity.from else { return true }
    return from <= asOf
  }

  /// The row that began last; of two, the one further down in the file.
  func newest<Row>(_ rows: [Row], _ validity: (Row) -> Validity) -> Row? {
    rows.filter { isKnown(validity($0)) }.enumerated().max { left, right in
      let days = [left, right].map { validity($0.element).from?.daysSince1970 ?? Int.min }
      return (days[0], left.offset) < (days[1], right.offset)
    }?.element
  }

  /// Whether one of the rows is in force on the last day.
  func isInForce(_ validities: [Validity]) -> Bool {
    guard let asOf else { return !validities.isEmpty }
    return validities.contains { $0.contains(asOf) }
  }
}
