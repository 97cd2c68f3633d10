import ArgumentParser
import Tables
import UsageModel

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Print rows of the views.",
    discussion: """
      Reads what templates read: days, months, charges, charge_lines, people, metered, teams, \
      cost_centres, subscriptions, features, models, rates, budgets, pulls, findings, memberships \
      and the roll-ups daily_teams, daily_features, monthly, monthly_lines. Money is an integer in \
      10⁻⁹ of the currency. :as_of, :this_month and :last_month are always known.

      Example:  tokenbook query "select team, spend(cost) as cost from charges
                  where month = :month group by team" --param month=2026-10 --format csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  @OptionGroup var common: CommonOptions

  @Argument(help: "One SELECT.")
  var sql: String

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp("A parameter of the query, bound as text.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: "How to print: table, csv or json.")
  var format = Format.table

  func run() throws {
    try reportingErrors(on: common.console) {
      let bound = try boundParameters()
      let workbook = try OpenWorkbook(common)
      let table = try workbook.chargesForReading(asOf: nil).rows(sql, bound)
      let text =
        switch format {
        case .table: alignedText(table)
        case .csv: csvText(table)
        case .json: jsonText(table)
        }
      common.console.print(text)
    }
  }

  private func boundParameters() throws(CommandError) -> [String: Cell] {
    var bound: [String: Cell] = [:]
    for parameter in parameters {
      guard let equals = parameter.firstIndex(of: "=") else {
        throw .badParameter(text: parameter)
      }
      bound[String(parameter[..<equals])] =
        .text(String(parameter[parameter.index(after: equals)...]))
    }
    return bound
  }
}
