import SeededCases

/// Who pays and at what price: some subscriptions without a team, some models without a price.
func madeTables(
  _ names: MadeWorkbook.Names, currency: String, _ generator: inout SplitMix64
) -> [String: String] {
  var tables = [
    "subscriptions.csv": table(
      "subscription,team,name,valid_from,valid_to",
      madeMemberships(names, &generator)),
    "rates.csv": table(
      SampleWorkbook.rateHeader, madeRates(names, currency: currency, &generator)),
  ]
  if generator.happens(50) {
    tables["teams.csv"] = table(
      "team,name,cost_centre,owner,email,valid_from,valid_to",
      names.teams.map { team in
        [team, "Team \(team)", generator.one(of: ["CC-1", "CC-2", "<cc>"]), "", "", "", ""]
      })
  }
  if generator.happens(50) {
    tables["features.csv"] = table(
      "feature,name,owner",
      names.features.filter { !$0.isEmpty }.map { [$0, "The \($0)", "Head & co"] })
  }
  if generator.happens(50) {
    tables["budgets.csv"] = table(
      "team,month,amount,currency",
      [["", "2026-09", "100", currency], [names.teams[0], "2026-10", "12", currency]])
  }
  return tables
}

private func madeMemberships(
  _ names: MadeWorkbook.Names, _ generator: inout SplitMix64
) -> [[String]] {
  names.subscriptions.filter { _ in generator.happens(80) }.flatMap { subscription in
    let team = generator.one(of: names.teams)
    guard generator.happens(30) else { return [[subscription, team, "", "", ""]] }
    // A subscription that changes hands.
    return [
      [subscription, team, "Old", "", "2026-09-27"],
      [subscription, generator.one(of: names.teams), "New", "2026-09-28", ""],
    ]
  }
}

private func madeRates(
  _ names: MadeWorkbook.Names, currency: String, _ generator: inout SplitMix64
) -> [[String]] {
  let models = names.models.filter { _ in generator.happens(75) }
  return models.flatMap { model in
    ["input", "cached_input", "output"].map { tokenClass in
      let price = "\(generator.number(0...30)).\(generator.number(100_000...999_999))"
      return [
        model, "", "", "", tokenClass, price, "1M", currency, "2026-01-01", "", "Finance",
        "2025-12-15", "Price list",
      ]
    }
  }
}

private func table(_ header: String, _ rows: [[String]]) -> String {
  ([header] + rows.map { $0.map(csvField).joined(separator: ",") }).joined(separator: "\n") + "\n"
}
