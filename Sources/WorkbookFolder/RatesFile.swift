import ContentHash
import Pricing
import SourceText

/// The columns of rates.csv.
enum RateColumn: String, TableColumn {
  case model, feature, subscription, team
  case tokenClass = "token_class"
  case price, per, currency
  case validFrom = "valid_from"
  case validTo = "valid_to"
  case agreedBy = "agreed_by"
  case agreedOn = "agreed_on"
  case document
}

/// - Parameters:
///   - teams: The teams of teams.csv, where there is one.
///   - currency: The reporting currency; nil where `tokenbook.yml` names no proper one.
func readRates(
  _ file: SourceFile, teams: KnownTeams?, currency: String?, mistakes: inout [Diagnostic]
) -> [Rate] {
  let rows = readTable(file, columns: RateColumn.self, mistakes: &mistakes) ?? []
  var rates: [Rate] = []
  for row in rows {
    let scope = readScope(of: row, teams: teams, mistakes: &mistakes)
    let price = readPrice(of: row, mistakes: &mistakes)
    let rowCurrency = row.currency(.currency, reporting: currency, mistakes: &mistakes)
    let validity = row.validity(from: .validFrom, to: .validTo, mistakes: &mistakes)
    if !row[.agreedOn].text.isEmpty { _ = calendarDay(row[.agreedOn], mistakes: &mistakes) }
    guard let scope, let price, let rowCurrency, let validity else { continue }
    rates.append(
      Rate(
        id: rowID(row.texts), line: row.line, scope: scope, price: price,
        writtenPrice: row[.price].text, writtenPer: row[.per].text, currency: rowCurrency,
        validity: validity, agreedBy: row[.agreedBy].text, agreedOn: row[.agreedOn].text,
        document: row[.document].text))
  }
  mistakes += ties(between: rates, in: rows)
  return rates
}

/// The first 8 hex digits of SHA-256 of a row's fields, joined by U+001F.
func rowID(_ fields: [String]) -> String {
  String(sha256Hex(fields.joined(separator: "\u{1F}").utf8).prefix(8))
}

/// - Returns: nil where a cell is wrong.
private func readScope(
  of row: TableRow<RateColumn>, teams: KnownTeams?, mistakes: inout [Diagnostic]
) -> RateScope? {
  let before = mistakes.count
  let model = row.optionalID(.model, mistakes: &mistakes)
  refusePattern(in: model, mistakes: &mistakes)
  let feature = row.optionalID(.feature, mistakes: &mistakes)
  let subscription = row.optionalID(.subscription, mistakes: &mistakes)
  let team = row.optionalID(.team, mistakes: &mistakes)
  teams?.check(team, mistakes: &mistakes)
  let tokenClass =
    row[.tokenClass].text.isEmpty
    ? nil : row.choice(.tokenClass, of: TokenClass.self, mistakes: &mistakes)
  guard mistakes.count == before else { return nil }
  return RateScope(
    model: model?.text, feature: feature?.text, subscription: subscription?.text,
    team: team?.text, tokenClass: tokenClass)
}

private func readPrice(of row: TableRow<RateColumn>, mistakes: inout [Diagnostic]) -> Price? {
  let written = row.required(.price, mistakes: &mistakes)
  let per = row.choice(.per, of: PriceUnit.self, mistakes: &mistakes)
  guard let written, let per else { return nil }
  return price(written, per: per, mistakes: &mistakes)
}

/// Rows of which a look-up could not say which is meant, each with the first it ties with.
private func ties(between rates: [Rate], in rows: [TableRow<RateColumn>]) -> [Diagnostic] {
  let rowByLine = Dictionary(rows.map { ($0.line, $0) }) { first, _ in first }
  var reported: Set<Int> = []
  var mistakes: [Diagnostic] = []
  for pair in ambiguousPairs(in: rates) where reported.insert(pair.second.line).inserted {
    guard let cell = rowByLine[pair.second.line]?[.price] else { continue }
    let lines = "lines \(pair.first.line) and \(pair.second.line)"
    mistakes.append(
      cell.mistake(
        "two prices for the same usage on the same days: \(lines)",
        remedy: "give them days that do not overlap, or keep one of the two lines"))
  }
  return mistakes.sorted { ($0.position?.line ?? 0) < ($1.position?.line ?? 0) }
}
