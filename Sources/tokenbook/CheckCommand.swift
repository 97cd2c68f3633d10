import ArgumentParser
import UsageModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List every mistake of the workbook folder, or ask a service how complete it is.",
    discussion: """
      Reads tokenbook.yml, the CSV files and the templates, renders every page and checks it as \
      build would. The site stays as it is.

      With --source it asks that service about its last days instead: which names occur, what is \
      empty, what no team and no rate covers, how late records come. Nothing is stored; what it \
      finds never changes the exit code.
      """)

  private static let usualDays = 7

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("The service to ask, by its name in tokenbook.yml.", valueName: "name"))
  var source: String?

  @Option(help: "With --source: how many days, up to yesterday, 1 to 31; 7 if it is left out.")
  var days: Int?

  @Option(help: "With --source: the day of the check, for rehearsals; today if it is left out.")
  var today: String?

  func validate() throws {
    if source == nil, days != nil || today != nil {
      throw ValidationError("--days and --today go with --source; name a source")
    }
    if let days, !(1...31).contains(days) {
      throw ValidationError("--days must be 1 to 31, not \(days)")
    }
  }

  func run() throws {
    guard let source else {
      return try reportingErrors(on: common.console) {
        try Building(workbook: try OpenWorkbook(common), asOf: nil).check()
      }
    }
    try awaiting { try await ask(source) }
  }

  private func ask(_ source: String) async throws {
    try await reportingErrors(on: common.console) {
      let workbook = try OpenWorkbook(common)
      for service in try workbook.services(named: [source]) {
        try await SourceCheck(
          workbook: workbook, source: service, today: try day(today),
          dayCount: days ?? Self.usualDays
        ).run()
      }
    }
  }
}
