import Testing
import UsageModel
import WorkbookFolder

@Suite struct ServiceSourcesTests {
  @Test func `what is not written has the documented default`() throws {
    let sources = try read([
      "tokenbook.yml": sampleSettings + """
        sources:
          - {name: a, kind: application-insights, app: \(guid)}
          - {name: b, kind: log-analytics, workspace: \(guid)}
          - {name: c, kind: gateway-llm-log, workspace: \(guid)}
          - {name: d, kind: data-explorer, cluster: "https://usage.kusto.windows.net", database: u}

        """
    ]).settings.sources

    #expect(
      sources.map(\.service) == [
        ServiceSource(
          name: "a", kind: .applicationInsights(app: guid),
          endpoint: "https://api.applicationinsights.io",
          audience: "https://api.applicationinsights.io"),
        ServiceSource(
          name: "b", kind: .logAnalytics(workspace: guid),
          endpoint: "https://api.loganalytics.azure.com", audience: "https://api.loganalytics.io"),
        ServiceSource(
          name: "c", kind: .gatewayLLMLog(workspace: guid),
          endpoint: "https://api.loganalytics.azure.com", audience: "https://api.loganalytics.io"),
        ServiceSource(
          name: "d", kind: .dataExplorer(database: "u", table: .appMetrics),
          endpoint: "https://usage.kusto.windows.net",
          audience: "https://usage.kusto.windows.net"),
      ])
    #expect(sources.map(\.counts) == ["a", "b", "c", "d"])
    #expect(sources.map(\.files) == [nil, nil, nil, nil])
  }

  @Test func `every key is read`() throws {
    let settings = try read([
      "tokenbook.yml": sampleSettings + """
        trusted_hosts: [localhost]
        sources:
          - name: live
            kind: log-analytics
            workspace: \(guid)
            counts: gateway-traffic
            credential: managed
            from: 2026-09-01
            until: 2026-09-01
            dimensions: {user: oid}
            metrics: [Prompt Tokens, Total Tokens]
            endpoint: HTTP://LocalHost:8443/
            audience: https://api.loganalytics.azure.cn/
          - {name: old, kind: csv, path: x, columns: {time: T, total_tokens: N}, counts: gateway-traffic}
          - name: cluster
            kind: data-explorer
            cluster: https://usage.z2.kusto.fabric.microsoft.com
            database: usage
            table: customMetrics
            audience: api://usage

        """
    ]).settings

    #expect(settings.sources.map(\.name) == ["live", "old", "cluster"])
    #expect(settings.sources.map(\.counts) == ["gateway-traffic", "gateway-traffic", "cluster"])
    #expect(settings.sources.map(\.until) == [CalendarDay("2026-09-01"), nil, nil])
    #expect(settings.fileSources.map(\.name) == ["old"])
    #expect(
      settings.sources.compactMap(\.service) == [
        ServiceSource(
          name: "live", kind: .logAnalytics(workspace: guid), endpoint: "http://localhost:8443",
          audience: "https://api.loganalytics.azure.cn/",
          dimensions: DimensionMapping(
            subscription: "Subscription ID", user: "oid", feature: "API ID", model: "Model"),
          metrics: ["Prompt Tokens", "Total Tokens"], credential: .managed,
          from: CalendarDay("2026-09-01"), until: CalendarDay("2026-09-01")),
        ServiceSource(
          name: "cluster", kind: .dataExplorer(database: "usage", table: .customMetrics),
          endpoint: "https://usage.z2.kusto.fabric.microsoft.com", audience: "api://usage"),
      ])
  }

  @Test(arguments: [
    "https://[::1]:8443", "http://127.0.0.1:9", "https://api.loganalytics.us",
    "https://logs.contoso.example:444",
  ])
  func `an address is kept as scheme, host and port`(endpoint: String) throws {
    let settings = try read([
      "tokenbook.yml": sampleSettings + """
        trusted_hosts: ["::1", 127.0.0.1, logs.contoso.example]
        sources:
          - {name: a, kind: log-analytics, workspace: \(guid), endpoint: "\(endpoint)/"}

        """
    ]).settings

    #expect(settings.sources[0].service?.endpoint == endpoint)
  }

  @Test func `what is pulled does not say where cached tokens lie`() throws {
    let book = try read([
      "tokenbook.yml": sampleSettings
        + "sources:\n  - {name: a, kind: application-insights, app: \(guid)}\n"
    ]).book

    #expect(book.cachedRelationBySource == [:])
  }
}

let guid = "6f2c0d3e-1111-2222-3333-444455556666"
