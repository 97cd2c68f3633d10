import UsageModel

/// The days of the demo: 13 months, the last of them not over.
let demoDays: ClosedRange<CalendarDay> = {
  let first = CalendarMonth(year: 2025, month: 11).days.lowerBound
  return first...CalendarMonth(year: 2026, month: 11).days.lowerBound.advanced(by: 21)
}()

/// Writes the workbook folder of an invented company: settings, price and team lists, and 13 months
/// of usage up to 2026-11-22, file by file.
///
/// The bytes are the same on every machine: the generator is seeded and knows integers only. The
/// company has the blemishes that real ones have, each of them described where it is made.
///
/// - Parameter write: Receives paths relative to the folder, `exports/2026-11.jsonl` among them.
package func writeDemoCompany(
  to write: (_ path: String, _ bytes: [UInt8]) throws -> Void
) rethrows {
  for (path, text) in demoTexts { try write(path, Array(text.utf8)) }
  try write("budgets.csv", Array(demoBudgets().utf8))
  try write("code-assistant.csv", Array(codeAssistantTable().utf8))
  for month in demoDays.lowerBound.month...demoDays.upperBound.month {
    try write("exports/\(month).jsonl", gatewayExport(of: month))
  }
}
