import Testing

@testable import WorkbookFolder

/// tokenbook.yml is read by many and kept in version control. The canary stands where a secret would.
@Suite struct SecretTests {
  @Test(arguments: [
    (
      "client_secret: canary",
      """
      error: 'client_secret' looks like a secret, which has no place in tokenbook.yml
          → tokenbook.yml:5:1
            client_secret: …
            ^
        fix: take it out, and set AZURE_CLIENT_SECRET in the environment of the nightly job, or name \
      a certificate file by AZURE_CLIENT_CERTIFICATE_PATH
      """
    ),
    (
      "sources:\n  - {name: canary, kind: canary, Api-Key: [canary], app: canary}",
      """
      error: 'Api-Key' looks like a secret, which has no place in tokenbook.yml
          → tokenbook.yml:6:34
                                             Api-Key: …
                                             ^
        fix: take it out, and set AZURE_CLIENT_SECRET in the environment of the nightly job, or name \
      a certificate file by AZURE_CLIENT_CERTIFICATE_PATH
      """
    ),
    (
      "sources:\n  - name: a\n    kind: application-insights\n    "
        + "app: InstrumentationKey=canary;IngestionEndpoint=https://canary.example",
      """
      error: 'app' holds a connection string, which has no place in tokenbook.yml
          → tokenbook.yml:8:10
                     …
                     ^
        fix: take it out, and write the Application ID that the portal shows under API Access, not \
      the instrumentation key: 'app: 6f2c0d3e-1111-2222-3333-444455556666'
      """
    ),
    (
      "proxy: http://canary:canary@proxy.contoso.example:8080",
      """
      error: 'proxy' holds an address with a user name or password in it, which has no \
      place in tokenbook.yml
          → tokenbook.yml:5:8
                   …
                   ^
        fix: write 'proxy: http://proxy.contoso.example:8080'; credentials of a proxy belong into the \
      environment: set HTTPS_PROXY
      """
    ),
    (
      "\"canary password\": canary",
      """
      error: this key looks like a secret, which has no place in tokenbook.yml
          → tokenbook.yml:5:1
            …
            ^
        fix: take it out, and set AZURE_CLIENT_SECRET in the environment of the nightly job, or name \
      a certificate file by AZURE_CLIENT_CERTIFICATE_PATH
      """
    ),
  ])
  func `a secret is named by its key and not shown`(lines: String, expected: String) {
    #expect(mistakes(["tokenbook.yml": sampleSettings + lines + "\n"]) == expected)
  }

  @Test(arguments: [
    "secret", "client_secret", "ClientSecret", "password", "passwd", "token", "access_token",
    "api_key", "apikey", "API-KEY", "key", "instrumentation_key", "connection_string",
    "connectionString", "sas", "sas_token", "certificate_password", "private_key", "account_key",
    "shared_access_signature", "sig",
  ])
  func `every key that is called as secrets are is refused at every depth`(key: String) {
    for place in [
      "\(key): canary-1", "\(key): [canary-1]", "\(key):\n  deep: {deeper: canary-1}",
      "\(key): |\n  canary-1\n  canary-1", "users: canary-1 # canary-1\n\(key): canary-1",
      "agreement: {document: canary-1, \(key): canary-1}",
      "sources:\n  - name: canary-1\n    \(key): canary-1",
      "sources:\n  - {name: a, kind: log-analytics, dimensions: {\(key): canary-1}}",
      "sources:\n  - canary-1\n  - metrics: [canary-1, {\(key): canary-1}]",
    ] {
      let printed = mistakes(["tokenbook.yml": sampleSettings + place + "\n"])
      #expect(printed?.contains("'\(key)' looks like a secret") == true, "\(printed ?? "")")
      #expect(printed?.contains("canary") == false, "\(printed ?? "")")
    }
  }

  @Test(arguments: [
    "InstrumentationKey=canary-1;IngestionEndpoint=https://x.example",
    "Endpoint=sb://x.example;SharedAccessKeyName=root;SharedAccessKey=canary-1",
    "https://canary-1@x.example", "http://ann:canary-1@x.example:80/",
    "https://x.example?sig=canary-1",
    "https://x.example/a?sv=1&sig=canary-1", "client_secret=canary-1",
    "-----BEGIN KEY----- canary-1",
    "eyJcanary-1.eyJ.abc", "Bearer eyJcanary-1.eyJ.abc",
    "canary-1Q~0123456789012345678901234567890",
  ])
  func `a value that looks like a secret is refused whatever its key`(text: String) {
    for place in [
      "title2: '\(text)'", "contact: '\(text)'", "users: '\(text)'", "\"\(text)\": x",
      "trusted_hosts: ['\(text)']", "moved: {'\(text)': '\(text)'}",
      "sources:\n  - {name: '\(text)', kind: '\(text)'}",
      "sources:\n  - {name: a, kind: data-explorer, cluster: '\(text)', credential: '\(text)'}",
    ] {
      let printed = mistakes(["tokenbook.yml": sampleSettings + place + "\n"])
      #expect(printed?.contains("has no place in tokenbook.yml") == true, "\(printed ?? "")")
      #expect(printed?.contains("canary") == false, "\(printed ?? "")")
    }
  }

  @Test(arguments: [
    "proxy: canary:canary@proxy.contoso.example:8080", "proxy: \"canary@proxy\"",
    "trusted_hosts: [\"canary@proxy\"]",
  ])
  func `an address without a scheme holds no user name either`(line: String) {
    let printed = mistakes(["tokenbook.yml": sampleSettings + line + "\n"])

    #expect(printed?.contains("an address with a user name") == true, "\(printed ?? "")")
    #expect(printed?.contains("canary") == false, "\(printed ?? "")")
  }

  @Test(arguments: [
    "client_secret: canary: canary", "client_secret: \"canary", "client_secret: *canary",
    "client_secret: &canary canary", "client_secret: !canary canary", "\tclient_secret: canary",
    "client_secret canary", "client_secret = canary",
    "client_secret: |\n canary\n  canary: [canary",
    "client_secret: canary\nclient_secret: canary", "- {client_secret: canary",
    "{canary: api-key: canary",
    "? client_secret\n: - canary: canary: canary", "'client_secret': canary: canary",
    "x: https://canary:canary@x.example: canary", "x: InstrumentationKey=canary: canary",
    "client_secret: canary\n--- canary\ncanary", "client_secret: @canary",
    "client_secret: \"\\canary\"",
  ])
  func `a line that is not YAML is not shown where it may hold a secret`(lines: String) {
    let printed = mistakes(["tokenbook.yml": sampleSettings + lines + "\n"])

    #expect(printed?.hasPrefix("error: ") == true)
    #expect(printed?.contains("canary") == false, "\(printed ?? "")")
  }

  @Test func `a line that is not UTF-8 is not shown where it may hold a secret`() {
    let bytes = Array((sampleSettings + "client_secret: canary").utf8) + [0xFF]

    do {
      _ = try readWorkbookFolder(FolderFiles(contents: ["tokenbook.yml": bytes]), root: "/books")
      Issue.record("it was read")
    } catch {
      #expect(!"\(error)".contains("canary"))
    }
  }

  @Test func `no key of ours looks like a secret`() {
    let keys =
      SettingsKey.allCases.map(\.rawValue) + SourceKey.allCases.map(\.rawValue)
      + AgreementKey.allCases.map(\.rawValue) + DimensionKey.allCases.map(\.rawValue)
      + ConstantKey.allCases.map(\.rawValue)

    #expect(keys.filter { looksLikeSecret(key: $0) } == [])
  }

  @Test(arguments: [
    "moved: {features/api-key: features/token, token: tokens}",
    "contact: ai@contoso.example", "contact: https://contoso.example/@ai",
    "contact: 'mailto:ai@contoso.example'", "title2: x",
    "sources:\n  - {name: a, kind: azure-monitor-export, path: x, dimensions: {subscription: api_key}}",
  ])
  func `what only sounds like a secret is none`(lines: String) {
    let printed = mistakes(["tokenbook.yml": sampleSettings + lines + "\n"]) ?? ""

    #expect(!printed.contains("has no place"))
  }

  @Test func `a slip in the name of a column is a slip`() {
    let source = "- {name: a, kind: csv, path: x, columns: {time: T, metric: M, token: N}}"

    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "sources:\n" + source + "\n"])?
        .contains("unknown key 'token'") == true)
  }

  @Test func `a line that is not YAML is shown where the file holds no secret`() {
    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "# A key is needed. Tokens: many.\nx: y: z\n"])?
        .contains("x: y: z") == true)
  }
}
