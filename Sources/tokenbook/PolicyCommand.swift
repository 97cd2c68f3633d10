import ArgumentParser
import AzureMonitor
import UsageModel

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Print the gateway policy that sends what this workbook reads.",
    discussion: """
      The policy goes to standard output, the settings it needs to standard error: \
      tokenbook policy > policy.xml keeps the one and shows the other. Without --source it is for \
      the first service of tokenbook.yml.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The source whose dimensions the policy sends.")
  var source: String?

  func run() throws {
    try reportingErrors(on: common.console) {
      let workbook = try OpenWorkbook(common)
      let services = try workbook.services(named: source.map { [$0] } ?? [])
      guard let source = services.first(where: { !$0.readsLog }) else {
        common.console.note(
          "\(services[0].name) reads the gateway's log, which needs no policy: "
            + ServiceResource(kind: services[0].kind).settingOfTable)
        return
      }
      let policy = GatewayPolicy(source.dimensions)
      common.console.print(policy.xml)
      common.console.note("What has to be on, in the order in which to look:")
      for (place, setting) in GatewayPolicy.settings.enumerated() {
        common.console.note("\(place + 1). \(setting)")
      }
    }
  }
}

extension ServiceSource {
  fileprivate var readsLog: Bool {
    if case .gatewayLLMLog = kind { true } else { false }
  }
}
