import Pricing
import SourceText
import UsageModel

/// A row that is in force for its key on some days.
struct DatedRow {
  let key: Located
  let validity: Validity
}

/// Rows of one key that are in force on the same day: nobody could say which one counts.
/// - Parameters:
///   - rows: In file order.
///   - noun: What the key is, such as `team`.
func overlaps(in rows: [DatedRow], noun: String) -> [Diagnostic] {
  var mistakes: [Diagnostic] = []
  var earlierRows: [String: [DatedRow]] = [:]
  for row in rows {
    let rivals = earlierRows[row.key.text, default: []]
    if let rival = rivals.first(where: { $0.validity.overlaps(row.validity) }) {
      let lines = "lines \(rival.key.position.line) and \(row.key.position.line)"
      mistakes.append(
        row.key.mistake(
          "\(noun) \(quoted(row.key.text)) has two rows for the same days: \(lines)",
          remedy: separation(of: rival, and: row)))
    }
    earlierRows[row.key.text, default: []].append(row)
  }
  return mistakes
}

/// What to write so that the row that begins later takes over.
private func separation(of first: DatedRow, and second: DatedRow) -> String {
  let beginsLater = { (left: DatedRow, right: DatedRow) -> Bool in
    guard let begin = left.validity.from else { return false }
    return right.validity.from.map { $0 < begin } ?? true
  }
  let pair = beginsLater(first, second) ? (second, first) : (first, second)
  guard beginsLater(pair.1, pair.0), let begin = pair.1.validity.from else {
    return "keep one of the two lines"
  }
  let lastDay = begin.advanced(by: -1)
  return "write \(lastDay) as valid_to in line \(pair.0.key.position.line): both days are included"
}

/// Rows that say something about the same thing twice.
/// - Parameter rows: In file order, with what identifies each.
func repetitions(in rows: [(identity: String, cell: Located)], noun: String) -> [Diagnostic] {
  var mistakes: [Diagnostic] = []
  var lineByIdentity: [String: Int] = [:]
  for (identity, cell) in rows {
    if let line = lineByIdentity[identity] {
      mistakes.append(
        cell.mistake(
          "\(noun) \(quoted(identity)) has two rows: lines \(line) and \(cell.position.line)",
          remedy: "keep one of the two lines"))
    } else {
      lineByIdentity[identity] = cell.position.line
    }
  }
  return mistakes
}
