import ArgumentParser
import Foundation
import Preview

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show the site in a browser, built again whenever a file is saved.",
    discussion: """
      Serves the pages at 127.0.0.1, to programs of this machine only. Saving tokenbook.yml, a CSV \
      file or a template builds them again, as does an import, and the open page loads itself; in \
      place of pages that cannot be built stand the mistakes, as check lists them. The published \
      site stays as it is. Ctrl-C ends the preview.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The port to listen at; 0 takes any free one.")
  var port: UInt16 = 8642

  func run() throws {
    try reportingErrors(on: common.console) {
      let signals = StopSignals()
      let scratch = try ScratchFolder()
      let builds = try PreviewBuilds(of: common, into: scratch.path, until: signals)
      let site = PreviewedSite(folder: builds.site, run: "\(getpid())")
      let server = try PreviewServer.start(site, port: Int(port))
      common.console.print("\(server.address) shows the site; Ctrl-C ends")
      keepBuilding(
        site, watching: { builds.paths }, build: builds.build,
        say: { common.console.print($0.summary) },
        pause: { !signals.arrive(withinMilliseconds: 300) })
    }
  }
}
