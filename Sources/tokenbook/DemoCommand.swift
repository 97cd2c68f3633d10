import ArgumentParser
import DemoCompany
import Foundation
import Ingestion

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write the workbook folder of an invented company, import it and build its site.",
    discussion: """
      Thirteen months of six teams, with the blemishes real data has. Everything goes through the \
      same import and build as your own data; the files are yours to play with.
      """)

  @Argument(help: "The folder to write; it must not exist yet, or be empty.")
  var folder: String

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    let console = Console(level: quiet ? .errorsOnly : .results)
    try reportingErrors(on: console) {
      try refuseFilled()
      let writing = FolderWriting(root: folder)
      try writeDemoCompany { path, bytes in try writing.write(bytes, to: path) }
      let common = try CommonOptions.parse(["--workbook", folder] + (quiet ? ["--quiet"] : []))
      let workbook = try OpenWorkbook(common)
      try workbook.holdingLock {
        let importing = Importing(
          workbook: workbook, permitsLoss: false, skipsBadLines: false, acceptedDays: anyDay)
        try importing.withSnapshot { snapshot in
          for source in workbook.settings.fileSources {
            _ = try importing.run(source, into: snapshot)
          }
        }
        try Building(workbook: workbook, asOf: nil).publish()
      }
    }
  }

  private func refuseFilled() throws(CommandError) {
    let contents = try? FileManager.default.contentsOfDirectory(atPath: folder)
    if let contents, !contents.isEmpty { throw .folderNotEmpty(path: folder) }
  }
}
