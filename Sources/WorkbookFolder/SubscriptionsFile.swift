import Pricing
import SourceText

/// The columns of subscriptions.csv.
enum SubscriptionColumn: String, TableColumn {
  case subscription, team, name
  case validFrom = "valid_from"
  case validTo = "valid_to"
}

/// - Parameter teams: The teams of teams.csv, where there is one.
func readSubscriptions(
  _ file: SourceFile, teams: KnownTeams?, mistakes: inout [Diagnostic]
) -> [SubscriptionPeriod] {
  let rows = readTable(file, columns: SubscriptionColumn.self, mistakes: &mistakes) ?? []
  var periods: [SubscriptionPeriod] = []
  var datedRows: [DatedRow] = []
  for row in rows {
    let subscription = row.requiredID(.subscription, mistakes: &mistakes)
    let team = row.requiredID(.team, mistakes: &mistakes)
    teams?.check(team, mistakes: &mistakes)
    let validity = row.validity(from: .validFrom, to: .validTo, mistakes: &mistakes)
    guard let subscription, let validity else { continue }
    datedRows.append(DatedRow(key: subscription, validity: validity))
    guard let team else { continue }
    periods.append(
      SubscriptionPeriod(
        subscription: subscription.text, team: team.text, name: row[.name].text,
        validity: validity))
  }
  mistakes += overlaps(in: datedRows, noun: "subscription")
  return periods
}
