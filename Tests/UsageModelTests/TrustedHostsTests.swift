import Testing
import UsageModel

@Suite struct TrustedHostsTests {
  @Test(arguments: [
    "api.loganalytics.azure.com", "API.LogAnalytics.io", "api.applicationinsights.io",
    "westeurope.api.loganalytics.azure.com", "usage.westeurope.kusto.windows.net",
    "trd-1.z2.kusto.fabric.microsoft.com", "adx.monitor.azure.com", "logs.contoso.example",
  ])
  func `the services' hosts, those below them and named ones may see a token`(host: String) {
    #expect(TrustedHosts(named: ["Logs.contoso.example"]).contains(host))
  }

  @Test(arguments: [
    // Somebody else's domain that ends or begins alike.
    "evilapi.loganalytics.io", "api.loganalytics.io.evil.example", "xkusto.windows.net",
    "kusto.windows.net.evil.example", "api.loganalytics.io.",
    // Not the parents.
    "loganalytics.io", "windows.net", "azure.com", "",
    // Named hosts are exact.
    "a.logs.contoso.example", "contoso.example", "localhost", "127.0.0.1", "::1",
    // A Kelvin sign is a k in lower case.
    "usage.\u{212A}usto.windows.net",
  ])
  func `no other host may`(host: String) {
    #expect(!TrustedHosts(named: ["logs.contoso.example"]).contains(host))
  }

  @Test func `a host of this machine may where it is named`() {
    #expect(TrustedHosts(named: ["localhost", "::1"]).contains("::1"))
  }
}
