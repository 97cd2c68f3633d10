import UsageModel

/// `12.5 %`, to a tenth; what is neither nothing nor all is never shown as such.
func percentText(_ part: Int64, of whole: Int64) -> String {
  guard whole > 0, part > 0 else { return "0 %" }
  guard part < whole else { return "100 %" }
  let tenths = (Int128(part) * 2000 + Int128(whole)) / (2 * Int128(whole))
  if tenths == 0 { return "< 0.1 %" }
  if tenths == 1000 { return "> 99.9 %" }
  return "\(tenths / 10).\(tenths % 10) %"
}

/// What shares are of: tokens, or records where no tokens are known.
struct ShareBase {
  let whole: Amount

  private var countsTokens: Bool { whole.tokens > 0 }

  var noun: String { countsTokens ? "tokens" : "records" }

  /// In the unit of the base.
  func count(of part: Amount) -> Int64 { countsTokens ? part.tokens : part.records }

  func percent(of part: Amount) -> String {
    percentText(count(of: part), of: count(of: whole))
  }

  /// `1,200 tokens (12.5 %)`
  func text(of part: Amount) -> String {
    "\(groupedDigits(count(of: part))) \(noun) (\(percent(of: part)))"
  }
}
