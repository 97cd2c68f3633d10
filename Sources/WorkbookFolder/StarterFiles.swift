/// The files `tokenbook init` writes: a workbook folder without data that reads without mistakes.
///
/// - Parameters:
///   - currency: ISO 4217.
///   - timeZone: IANA name.
package func starterFiles(
  title: String, organisation: String, currency: String, timeZone: String
) -> [(path: String, text: String)] {
  [
    (
      "tokenbook.yml",
      starterSettings(
        title: title, organisation: organisation, currency: currency, timeZone: timeZone)
    ),
    starterTable(
      "subscriptions.csv", SubscriptionColumn.self,
      note:
        "Which team pays for which gateway subscription. Both days are included; empty is open.",
      example: "team-web-production,web,Web shop (production),2026-01-01,"),
    starterTable(
      "teams.csv", TeamColumn.self,
      note:
        "Every team the other files name. Remove this file to do without names and cost centres.",
      example: "web,Web shop,CC-1200,Head of e-commerce,web-team@company.example,2026-01-01,"),
    starterTable(
      "features.csv", FeatureColumn.self,
      note: "Readable names for features, by the id the gateway sends.",
      example: "product-search,Product search,Head of e-commerce"),
    starterTable(
      "models.csv", ModelColumn.self,
      note:
        "What a model is called as metered (* ends a beginning), and where its cached tokens lie: "
        + "inside the prompt count, beside it, or unknown.",
      example: "gpt-4o-2024*,gpt-4o,GPT-4o,inside"),
    starterTable(
      "rates.csv", RateColumn.self,
      note: "Prices agreed with finance, per 1M, 1K or 1 tokens. An empty model, feature, "
        + "subscription, team or token_class is any; the narrowest row wins.",
      example: "gpt-4o,,,,input,2.50,1M,\(currency),2026-01-01,,Head of finance,2025-12-15,"
        + "Price list 2026"),
    starterTable(
      "budgets.csv", BudgetColumn.self,
      note: "What a team may spend in a month. An empty team is the whole company.",
      example: "web,2026-01,1500.00,\(currency)"),
  ]
}

private func starterTable<Column: TableColumn>(
  _ path: String, _ columns: Column.Type, note: String, example: String
) -> (path: String, text: String) {
  let header = Column.allCases.map(\.rawValue).joined(separator: ",")
  return (path, "# \(note)\n\(header)\n# \(example)\n")
}
