import ArgumentParser
import UsageModel

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Price the snapshot and publish the site.",
    discussion: """
      The site is rendered beside the published one, checked, and swapped in whole; what fails \
      leaves yesterday's site as it was. The same snapshot, files and templates give the same bytes.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The last day to show; the newest with data if left out.", valueName: "day"))
  var asOf: String?

  func run() throws {
    try reportingErrors(on: common.console) {
      let workbook = try OpenWorkbook(common)
      let building = Building(workbook: workbook, asOf: try day(asOf))
      try workbook.holdingLock { try building.publish() }
    }
  }
}
