import ArgumentParser

/// What every command that acts on a workbook folder takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("workbook"),
    help: ArgumentHelp("The workbook folder.", valueName: "dir"))
  var folder = "."

  @Flag(name: .long, help: "Print nothing but errors.")
  var quiet = false

  @Flag(name: .long, help: "Print what is being done, step by step.")
  var verbose = false

  func validate() throws {
    if quiet && verbose {
      throw ValidationError("--quiet and --verbose exclude each other; leave one out")
    }
  }

  var console: Console {
    Console(level: quiet ? .errorsOnly : verbose ? .steps : .results)
  }
}
