import ArgumentParser
import BuiltInTemplates
import Foundation
import UsageModel
import WorkbookFolder

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a workbook folder: tokenbook.yml and the CSV files, with examples.",
    discussion: """
      Asks for what is not given, on a terminal. The time zone says what a day is; it and the \
      currency are stamped into the snapshot at the first import and cannot be changed later.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "What the site is called.")
  var title: String?

  @Option(help: "The company's name.")
  var organisation: String?

  @Option(help: "The reporting currency, such as EUR.")
  var currency: String?

  @Option(help: "The IANA time zone that says what a day is, such as Europe/Berlin.")
  var zone: String?

  @Flag(help: "Write the built-in pages too, to be changed.")
  var templates = false

  func run() throws {
    try reportingErrors(on: common.console) {
      let files = try folderFiles()
      let writing = FolderWriting(root: common.folder)
      try writing.refuseExisting(files.map(\.path))
      for file in files { try writing.write(file.bytes, to: file.path) }
      common.console.print("wrote \(files.map(\.path).joined(separator: ", "))")
      common.console.note(
        "next: name a source in tokenbook.yml, fill subscriptions.csv and rates.csv, "
          + "then type: tokenbook import (or pull)")
    }
  }

  private func folderFiles() throws -> [(path: String, bytes: [UInt8])] {
    let pages = templates ? builtInTemplates.map { ("Templates/" + $0.name, $0.bytes) } : []
    let isWorkbook = FileManager.default.fileExists(atPath: common.folder + "/tokenbook.yml")
    // Into a workbook that is there already only the pages are written.
    if templates && isWorkbook { return pages }
    return try starter().map { ($0.path, Array($0.text.utf8)) } + pages
  }

  private func starter() throws -> [(path: String, text: String)] {
    let answers = Answers()
    let title = try answers.text(
      "What is the site called?", option: "title", given: title, standard: "AI usage and cost")
    let organisation = try answers.text(
      "What is the company called?", option: "organisation", given: organisation,
      standard: "Our company")
    let currency = try answers.text(
      "Which currency are prices agreed in?", option: "currency", given: currency, standard: "EUR")
    let zone = try answers.text(
      "Which time zone says what a day is (cannot be changed later)?", option: "zone", given: zone,
      standard: "UTC")
    guard LocalCalendar(identifier: zone) != nil else { throw CommandError.unknownZone(name: zone) }
    guard minorUnits(ofCurrency: currency) != nil else {
      throw CommandError.unknownCurrency(code: currency)
    }
    return starterFiles(
      title: title, organisation: organisation, currency: currency, timeZone: zone)
  }
}
