import Testing
import UsageModel
import WorkbookFolder

@Suite struct SettingsTests {
  @Test func `what is not written has the documented default`() throws {
    let settings = try read([:]).settings

    #expect(settings.title == "AI usage and cost")
    #expect(settings.organisation == "Contoso")
    #expect(settings.currency == "EUR")
    #expect(settings.timeZone == "Europe/Berlin")
    #expect(settings.calendar.identifier == "Europe/Berlin")
    #expect(settings.locale == "en-GB")
    #expect(settings.lookback == 3)
    #expect(settings.users == .off)
    #expect(settings.agreement == nil)
    #expect(settings.contact == nil)
    #expect(settings.snapshot == "/books/ai/snapshot.sqlite")
    #expect(settings.templates == "/books/ai/Templates")
    #expect(settings.site == "/books/ai/site")
    #expect(settings.sources == [])
    #expect(settings.trustedHosts == [])
    #expect(settings.certificateFile == nil)
    #expect(settings.proxy == nil)
  }

  @Test func `every key is read`() throws {
    let settings = try read([
      "tokenbook.yml": """
      title: "Cost: AI"
      organisation: Contoso
      currency: GBP
      time_zone: UTC
      locale: en-GB
      lookback: 0
      users: names
      agreement: {document: Works agreement 12, date: 2026-01-31}
      contact: ai@contoso.example
      snapshot: data/../snapshot.db
      templates: ./Pages
      site: /srv/www/ai/
      sources:
      trusted_hosts: [Logs.Contoso.example, 10.1.2.3, "::1"]
      proxy: HTTP://proxy.contoso.example:8080/

      """
    ]).settings

    #expect(settings.title == "Cost: AI")
    #expect(settings.lookback == 0)
    #expect(settings.users == .names)
    #expect(settings.agreement?.document == "Works agreement 12")
    #expect(settings.agreement?.date == CalendarDay("2026-01-31"))
    #expect(settings.contact == "ai@contoso.example")
    #expect(settings.snapshot == "/books/ai/snapshot.db")
    #expect(settings.templates == "/books/ai/Pages")
    #expect(settings.site == "/srv/www/ai")
    #expect(settings.sources == [])
    #expect(settings.trustedHosts == ["logs.contoso.example", "10.1.2.3", "::1"])
    #expect(settings.proxy == "http://proxy.contoso.example:8080")
  }

  @Test(arguments: [UsersMode.off, .groups, .pseudonyms])
  func `only names need an agreement`(mode: UsersMode) throws {
    let settings = try read(["tokenbook.yml": sampleSettings + "users: \(mode.rawValue)\n"])
      .settings

    #expect(settings.users == mode)
    #expect(settings.agreement == nil)
  }

  @Test func `sources are read in file order`() throws {
    let settings = try read([
      "tokenbook.yml": sampleSettings + """
        sources:
          - name: gateway-export
            kind: azure-monitor-export
            path: exports/
            dimensions: {user: oid}
          - name: old
            kind: azure-monitor-export
            path: [a, /b/c.json]
            until: 2026-03-31
            counts: gateway-export
          - name: code-assistant
            kind: csv
            path: trace.csv
            columns: {time: TIMESTAMP, prompt_tokens: In, completion_tokens: Out}
            constants: {subscription: sub-code, model: gpt-4o}
            time_zone_of_data: Europe/Berlin
            days: utc

        """
    ]).settings

    #expect(
      settings.sources.map(\.counts) == ["gateway-export", "gateway-export", "code-assistant"])
    #expect(settings.sources[1].until == CalendarDay("2026-03-31"))
    #expect(
      settings.fileSources == [
        UsageSource(
          name: "gateway-export", paths: ["/books/ai/exports"],
          format: .azureMonitorExport(
            DimensionMapping(
              subscription: "Subscription ID", user: "oid", feature: "API ID", model: "Model"))),
        UsageSource(
          name: "old", paths: ["/books/ai/a", "/b/c.json"],
          format: .azureMonitorExport(.recommended), until: CalendarDay("2026-03-31")),
        UsageSource(
          name: "code-assistant", paths: ["/books/ai/trace.csv"],
          format: .csv(
            CSVMapping(
              columns: [.time: "TIMESTAMP", .promptTokens: "In", .completionTokens: "Out"],
              constants: [.subscription: "sub-code", .model: "gpt-4o"],
              timeZoneOfData: "Europe/Berlin", daysAreUTC: true))),
      ])
  }

  @Test(arguments: [
    ("BHD", 3), ("EUR", 2), ("JPY", 0), ("EURO", nil),
  ])
  func `a currency knows how many digits its amounts have`(code: String, digits: Int?) {
    #expect(minorUnits(ofCurrency: code) == digits)
  }
}

let sampleSettings = sampleFiles["tokenbook.yml"]!
