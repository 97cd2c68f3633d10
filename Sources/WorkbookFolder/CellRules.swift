import Pricing
import SourceText
import UsageModel

extension TableRow {
  /// A cell that may not be empty.
  func required(_ column: Column, mistakes: inout [Diagnostic]) -> Located? {
    let cell = self[column]
    guard cell.text.isEmpty else { return cell }
    mistakes.append(
      cell.mistake(
        "'\(column.rawValue)' is empty", remedy: "fill it in, or remove the line"))
    return nil
  }

  /// An id that may not be empty.
  func requiredID(_ column: Column, mistakes: inout [Diagnostic]) -> Located? {
    required(column, mistakes: &mistakes).flatMap { unreserved($0, mistakes: &mistakes) }
  }

  /// An id, or nil where the cell is empty.
  func optionalID(_ column: Column, mistakes: inout [Diagnostic]) -> Located? {
    self[column].text.isEmpty ? nil : unreserved(self[column], mistakes: &mistakes)
  }

  /// One of a fixed list of words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: Column, of choices: Choice.Type, mistakes: inout [Diagnostic]
  ) -> Choice? {
    let cell = self[column]
    if let choice = Choice(rawValue: cell.text) { return choice }
    mistakes.append(
      cell.mistake(
        cell.text.isEmpty
          ? "'\(column.rawValue)' is empty"
          : "unknown value \(quoted(cell.text)) in '\(column.rawValue)'",
        remedy: suggestion(
          for: cell.text, in: Choice.allCases.map(\.rawValue), of: "values")))
    return nil
  }

  /// - Parameter reporting: nil where `tokenbook.yml` names no proper currency.
  func currency(
    _ column: Column, reporting: String?, mistakes: inout [Diagnostic]
  ) -> String? {
    guard let cell = required(column, mistakes: &mistakes) else { return nil }
    if let reporting, cell.text != reporting {
      mistakes.append(
        cell.mistake(
          "\(quoted(cell.text)) is not the reporting currency \(reporting)",
          remedy: "convert the amount to \(reporting); exchange rates come with a later release"))
      return nil
    }
    return cell.text
  }

  /// The days a row is in force; nil where a date is wrong.
  func validity(
    from fromColumn: Column, to toColumn: Column, mistakes: inout [Diagnostic]
  ) -> Validity? {
    let (fromCell, toCell) = (self[fromColumn], self[toColumn])
    let from = fromCell.text.isEmpty ? nil : calendarDay(fromCell, mistakes: &mistakes)
    let to = toCell.text.isEmpty ? nil : calendarDay(toCell, mistakes: &mistakes)
    guard (from == nil) == fromCell.text.isEmpty, (to == nil) == toCell.text.isEmpty else {
      return nil
    }
    if let from, let to, to < from {
      mistakes.append(
        toCell.mistake(
          "the row ends on \(to), before it begins on \(from)",
          remedy: "correct \(fromColumn.rawValue) or \(toColumn.rawValue); both days are included"))
      return nil
    }
    return Validity(from: from, to: to)
  }
}

func calendarDay(_ written: Located, mistakes: inout [Diagnostic]) -> CalendarDay? {
  if let day = CalendarDay(written.text) { return day }
  mistakes.append(
    written.mistake(
      "\(quoted(written.text)) is not a date", remedy: "write YYYY-MM-DD, such as 2026-10-31"))
  return nil
}

private func unreserved(_ cell: Located, mistakes: inout [Diagnostic]) -> Located? {
  let reserved = [Payer.unassigned, SeriesKey.unknown]
  guard reserved.contains(cell.text) else { return cell }
  mistakes.append(
    cell.mistake(
      "the id '\(cell.text)' is reserved",
      remedy: "choose another id: '\(cell.text)' stands for usage that names none"))
  return nil
}
