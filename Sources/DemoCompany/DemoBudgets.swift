import UsageModel

/// budgets.csv: every team and the company, every month of 2026. Marketing's is too small.
func demoBudgets() -> String {
  var lines = ["team,month,amount,currency"]
  for number in 1...12 {
    let month = CalendarMonth(year: 2026, month: number)
    // Raised by a twentieth every quarter.
    let quarter = (number - 1) / 3
    var company = 0
    for (team, euros) in eurosInJanuary {
      let amount = euros * (20 + quarter) / 20
      company += amount
      lines.append("\(team),\(month),\(amount).00,EUR")
    }
    lines.append(",\(month),\(company).00,EUR")
  }
  return lines.joined(separator: "\n") + "\n"
}

private let eurosInJanuary: [(team: String, euros: Int)] = [
  ("customer-service", 13_500),
  ("field-service", 3_000),
  ("claims", 14_500),
  ("engineering", 5_800),
  ("marketing", 2_100),
  ("tokyo", 1_000),
]
