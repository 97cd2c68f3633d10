import ArgumentParser
import Foundation
import UsageModel

struct PullCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Ask the services for usage, and store whole days of it.",
    discussion: """
      Without a name every source of tokenbook.yml that is a service is asked: for the days that \
      are not stored yet, up to yesterday, and again for those that may still change ('lookback'). \
      A day is replaced as a whole; an answer that is cut off is asked for again in smaller parts \
      and never stored. A day that can no longer change is not replaced by less than is stored: the \
      pull says so, goes on, and ends with exit code 1.

      Secrets come from the environment: AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET \
      or AZURE_CLIENT_CERTIFICATE_PATH; docs/pull.md has the others.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Sources to ask; all services of tokenbook.yml if none is named.")
  var sources: [String] = []

  @Option(help: "The first day to ask for (2026-10-31), also if it is stored already.")
  var from: String?

  @Option(help: "The last day to ask for; yesterday if it is left out.")
  var to: String?

  @Option(
    help: ArgumentHelp(
      "A day that may be replaced by less than is stored; can be given several times.",
      valueName: "day"))
  var acceptLess: [String] = []

  @Flag(help: "Print the queries instead of asking them. No sign-in, no connection.")
  var showQuery = false

  @Option(help: "The day on which the pull takes place, for rehearsals; today if it is left out.")
  var today: String?

  func run() throws {
    try awaiting { try await pull() }
  }

  private func pull() async throws {
    try await reportingErrors(on: common.console) {
      let workbook = try OpenWorkbook(common)
      let chosen = try workbook.services(named: sources)
      let pulling = try Pulling(
        workbook: workbook, today: try day(today), from: try day(from), to: try day(to),
        acceptsLess: Set(try acceptLess.compactMap { try day($0) }))
      if showQuery {
        for source in chosen { common.console.print(pulling.queryText(of: source)) }
        return
      }
      try await workbook.holdingLock { try await pulling.run(chosen) }
    }
  }
}
