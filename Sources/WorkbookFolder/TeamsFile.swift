import Pricing
import SourceText

/// The columns of teams.csv.
enum TeamColumn: String, TableColumn {
  case team, name
  case costCentre = "cost_centre"
  case owner, email
  case validFrom = "valid_from"
  case validTo = "valid_to"
}

/// - Returns: nil where the file as a whole cannot be understood.
func readTeams(_ file: SourceFile, mistakes: inout [Diagnostic]) -> [TeamPeriod]? {
  guard let rows = readTable(file, columns: TeamColumn.self, mistakes: &mistakes) else {
    return nil
  }
  var periods: [TeamPeriod] = []
  var datedRows: [DatedRow] = []
  for row in rows {
    let team = row.requiredID(.team, mistakes: &mistakes)
    let costCentre = row.optionalID(.costCentre, mistakes: &mistakes)
    let validity = row.validity(from: .validFrom, to: .validTo, mistakes: &mistakes)
    guard let team else { continue }
    // A row with a wrong date still says that the team exists.
    periods.append(
      TeamPeriod(
        team: team.text, name: row[.name].text, costCentre: costCentre?.text ?? "",
        owner: row[.owner].text, email: row[.email].text, validity: validity ?? .always))
    if let validity { datedRows.append(DatedRow(key: team, validity: validity)) }
  }
  mistakes += overlaps(in: datedRows, noun: "team")
  return periods
}

/// The teams of teams.csv: where the file exists, no other file may name another one.
struct KnownTeams {
  /// In file order, each once.
  private let ids: [String]
  private let isKnown: Set<String>

  init(_ periods: [TeamPeriod]) {
    var seen: Set<String> = []
    ids = periods.map(\.team).filter { seen.insert($0).inserted }
    isKnown = seen
  }

  func check(_ team: Located?, mistakes: inout [Diagnostic]) {
    guard let team, !isKnown.contains(team.text) else { return }
    let row = "a row for it to teams.csv"
    mistakes.append(
      team.mistake(
        "unknown team \(quoted(team.text))",
        remedy: nearestName(to: team.text, in: ids)
          .map { "did you mean '\($0)'? otherwise add \(row)" } ?? "add \(row)"))
  }
}
