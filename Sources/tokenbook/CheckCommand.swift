import ArgumentParser
import UsageModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List every mistake of the workbook folder; publish nothing.",
    discussion: """
      Reads tokenbook.yml, the CSV files and the templates, renders every page and checks it as \
      build would. The site stays as it is.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingErrors(on: common.console) {
      let workbook = try OpenWorkbook(common)
      try Building(workbook: workbook, asOf: nil).check()
    }
  }
}
