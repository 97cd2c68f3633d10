import Testing
import UsageModel

@testable import AzureMonitor

@Suite struct MonitorErrorTests {
  private static let component = ServiceResource(kind: .applicationInsights(app: "1b0e"))
  private static let workspace = ServiceResource(kind: .logAnalytics(workspace: "6f2c"))
  private static let log = ServiceResource(kind: .gatewayLLMLog(workspace: "6f2c"))
  private static let cluster = ServiceResource(
    kind: .dataExplorer(database: "usage", table: .customMetrics))

  @Test(
    arguments: [
      (
        .notSignedIn(source: "live", endpoint: "https://api.loganalytics.io"),
        "source 'live': https://api.loganalytics.io does not accept the token",
        "compare this machine's clock with the time (date -u), and see that AZURE_TENANT_ID is the "
          + "tenant of the resource"
      ),
      (
        .wrongAudience(source: "live", audience: "https://a.example"),
        "source 'live': the token is for 'https://a.example', and the service expects another audience",
        "write the audience that the service's documentation names as 'audience:' of the source; for "
          + "Log Analytics it is https://api.loganalytics.io, whatever the endpoint"
      ),
      (
        .notPermitted(source: "live", resource: component),
        "source 'live': this identity may not read the Application Insights component '1b0e'",
        "give the identity the role 'Monitoring Reader' or 'Reader' on the component; a new role may "
          + "take up to an hour to work"
      ),
      (
        .notPermitted(source: "live", resource: cluster),
        "source 'live': this identity may not read the database 'usage'",
        "give the identity the right to view: '.add database usage viewers "
          + "(\"aadapp=CLIENT;TENANT\")'; a new role may take up to an hour to work"
      ),
      (
        .unknownResource(source: "live", resource: workspace),
        "source 'live': there is no such resource: the Log Analytics workspace '6f2c'",
        "'workspace:' is the Workspace ID on the workspace's overview, not its resource id"
      ),
      (
        .unknownPath(source: "live", endpoint: "https://a.example"),
        "source 'live': https://a.example does not know the address of queries",
        "compare 'endpoint:' and 'kind:' of the source with the service"
      ),
      (
        .missingTable(source: "live", resource: log),
        "source 'live': the Log Analytics workspace '6f2c' has no table 'ApiManagementGatewayLlmLog'; "
          + "it appears with its first record",
        "send the gateway's category 'GatewayLlmLogs' to the workspace in 'Resource specific' mode"
      ),
      (
        .queryRefused(source: "live", message: "no such function"),
        "source 'live': the service refuses the query: no such function",
        "type: tokenbook pull live --show-query, and run the query in the portal"
      ),
      (
        .failed(source: "live", status: 418, message: ""), "source 'live': the service answers 418",
        "try again later; what was pulled before is kept"
      ),
      (
        .row(source: "live", .dayOutside(day("2026-11-22"))),
        "source 'live': the answer has the day 2026-11-22, which was not asked for",
        "the service knows other rules of the time zone than this machine: update the package tzdata"
      ),
    ] as [(MonitorError, String, String)])
  func `an error says what is wrong and what to do`(
    error: MonitorError, description: String, suggestion: String
  ) {
    #expect(error.errorDescription == description)
    #expect(error.recoverySuggestion == suggestion)
  }

  @Test func `what a service says is one line of three hundred characters`() {
    let fault = ServiceFault(
      codes: [], message: "first\r\n\u{1B}[31m second " + String(repeating: "word ", count: 80))

    #expect(fault.message.hasPrefix("first [31m second word word"))
    #expect(fault.message.count == 300)
  }
}
