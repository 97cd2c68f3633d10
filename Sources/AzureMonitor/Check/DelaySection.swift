import Foundation
import UsageModel

/// How late records come, and whether they are still waited for then.
func delaySection(_ checked: CheckedSource) -> ReportSection? {
  guard let delays = checked.answers.delays, delays.records > 0 else { return nil }
  var section = ReportSection(title: "Delay")
  if let median = delays.median, let most = delays.percentile95,
    let nearlyAll = delays.percentile99, let longest = delays.longest
  {
    section.lines.append(
      .fact(
        "Half of the records could be asked for after \(duration(median)), 95 % after "
          + "\(duration(most)), 99 % after \(duration(nearlyAll)), the last after "
          + "\(duration(longest))."))
    section.lines += lookbackLines(longest: longest, lookback: checked.lookback)
  }
  if delays.unknown > 0 {
    section.lines.append(
      .fact(
        "Of \(counted(delays.unknown, "record")) the service does not say when "
          + "\(delays.unknown == 1 ? "it" : "they") came."))
  }
  return section
}

/// A day is asked for last when the `lookback` days after it are over, perhaps right after midnight.
private func lookbackLines(longest: Double, lookback: Int) -> [ReportSection.Line] {
  guard longest > Double(lookback) * minutesADay else { return [] }
  // A record that says it is centuries old is no reason to count on.
  let needed = longest < 31 * minutesADay ? Int((longest / minutesADay).rounded(.up)) : nil
  return [
    .finding(
      "a record that comes this late may miss the last pull of its day: lookback is "
        + counted(lookback, "day"),
      fix: needed.map { "write lookback: \($0)" }
        ?? "find out why; a day can be pulled again with tokenbook pull --from --to")
  ]
}

private let minutesADay = 1440.0

/// From minutes: `40 s`, `2.5 min`, `3.0 h`.
private func duration(_ minutes: Double) -> String {
  let seconds = minutes * 60
  if abs(seconds) < 59.5 { return "\(Int(seconds.rounded())) s" }
  let (number, unit) =
    minutes < 120
    ? (minutes, "min")
    : minutes < 2 * minutesADay
      ? (minutes / 60, "h") : (minutes / minutesADay, "days")
  guard number < 1e9 else { return "more than 1,000,000 years" }
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10) \(unit)"
}
