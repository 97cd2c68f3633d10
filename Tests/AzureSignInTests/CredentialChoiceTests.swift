import Testing
import UsageModel

@testable import AzureSignIn

@Suite struct CredentialChoiceTests {
  private static let application = ["AZURE_TENANT_ID": "contoso.example", "AZURE_CLIENT_ID": "app"]
  private static let appService = [
    "IDENTITY_ENDPOINT": "http://127.0.0.1:41056/msi/token", "IDENTITY_HEADER": "h",
  ]

  private static func name(
    _ credential: CredentialKind? = nil, _ environments: [String: String]...
  ) throws -> String {
    let environment = environments.reduce(into: [:]) { $0.merge($1) { $1 } }
    return try SignIn(credential, environment, FakeService(.token()).surroundings())
      .credentialName
  }

  @Test func `the first whose variables are present is taken`() throws {
    let secret = ["AZURE_CLIENT_SECRET": "s"]
    let federated = ["AZURE_FEDERATED_TOKEN_FILE": "/token"]

    #expect(
      try Self.name(nil, Self.application, secret, federated, Self.appService)
        == "environment (client secret)")
    #expect(
      try Self.name(nil, Self.application, federated, Self.appService)
        == "workload (federated token file)")
    #expect(try Self.name(nil, Self.appService) == "managed (app service)")
    #expect(
      try Self.name(nil, Self.appService, ["AZURE_CLIENT_ID": "app"]) == "managed (app service)")
    #expect(try Self.name(nil, [:]) == "managed (virtual machine)")
  }

  @Test func `a named credential is taken whatever else is there`() throws {
    let everything = Self.application.merging(Self.appService) { $1 }.merging([
      "AZURE_CLIENT_SECRET": "s", "AZURE_FEDERATED_TOKEN_FILE": "/token",
    ]) { $1 }

    #expect(try Self.name(.environment, everything) == "environment (client secret)")
    #expect(try Self.name(.workload, everything) == "workload (federated token file)")
    #expect(try Self.name(.managed, everything) == "managed (app service)")
    #expect(try Self.name(.cli, everything) == "cli (az)")
  }

  @Test func `a secret may come from a file, without its last line break`() throws {
    let folder = TemporaryFolder()
    let file = try folder.write("secret", "s3cret\r\n")

    #expect(
      try Self.name(nil, Self.application, ["TOKENBOOK_CLIENT_SECRET_FILE": file])
        == "environment (client secret file)")
    #expect(try secret(in: .clientSecretFile, path: file).text == "s3cret")
  }

  @Test func `a secret goes before a certificate`() throws {
    #expect(
      try Self.name(
        nil, Self.application,
        ["AZURE_CLIENT_SECRET": "s", "AZURE_CLIENT_CERTIFICATE_PATH": "/none"])
        == "environment (client secret)")
  }

  @Test func `a certificate is read from the file that is named`() throws {
    let made = try MadeCertificates()

    #expect(
      try Self.name(nil, Self.application, ["AZURE_CLIENT_CERTIFICATE_PATH": made.both])
        == "environment (client certificate)")
  }

  @Test(
    arguments: [
      // Named, set, missing.
      (nil, ["AZURE_TENANT_ID", "AZURE_CLIENT_ID"], "environment", ["AZURE_CLIENT_SECRET"]),
      (nil, ["AZURE_TENANT_ID"], "environment", ["AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"]),
      (
        nil, ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "IDENTITY_ENDPOINT", "IDENTITY_HEADER"],
        "environment", ["AZURE_CLIENT_SECRET"]
      ),
      (nil, ["AZURE_CLIENT_SECRET"], "environment", ["AZURE_TENANT_ID", "AZURE_CLIENT_ID"]),
      (
        nil, ["AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_CLIENT_ID"], "environment",
        ["AZURE_TENANT_ID"]
      ),
      (nil, ["AZURE_FEDERATED_TOKEN_FILE"], "workload", ["AZURE_TENANT_ID", "AZURE_CLIENT_ID"]),
      (nil, ["IDENTITY_ENDPOINT"], "managed", ["IDENTITY_HEADER"]),
      (nil, ["IDENTITY_HEADER"], "managed", ["IDENTITY_ENDPOINT"]),
      (
        .environment, [], "environment",
        ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"]
      ),
      (
        .workload, ["AZURE_CLIENT_SECRET", "AZURE_TENANT_ID"], "workload",
        ["AZURE_CLIENT_ID", "AZURE_FEDERATED_TOKEN_FILE"]
      ),
    ] as [(CredentialKind?, [String], String, [String])])
  func `a credential that is present in part names what it lacks`(
    credential: CredentialKind?, set: [String], chosen: String, missing: [String]
  ) {
    let environment = Dictionary(uniqueKeysWithValues: set.map { ($0, "x") })

    #expect(throws: SignInError.missingVariables(missing, credential: chosen)) {
      try Self.name(credential, environment)
    }
  }

  @Test func `a variable that is set to nothing is not set`() throws {
    #expect(
      try Self.name(nil, ["AZURE_TENANT_ID": "", "AZURE_CLIENT_SECRET": ""])
        == "managed (virtual machine)")
  }

  @Test func `two secrets are one too many`() {
    #expect(throws: SignInError.twoSecrets) {
      try Self.name(
        nil, Self.application,
        ["AZURE_CLIENT_SECRET": "s", "TOKENBOOK_CLIENT_SECRET_FILE": "/none"])
    }
  }

  @Test(arguments: ["a/b", "..", "a b", "tenant?x", "t\u{E9}nant", "-"])
  func `a tenant that would change the address is refused`(tenant: String) {
    #expect(throws: SignInError.unusableTenant) {
      try Self.name(
        .environment,
        ["AZURE_TENANT_ID": tenant, "AZURE_CLIENT_ID": "app", "AZURE_CLIENT_SECRET": "s"])
    }
  }

  @Test(arguments: [
    ("TOKENBOOK_CLIENT_SECRET_FILE", "environment"),
    ("AZURE_CLIENT_CERTIFICATE_PATH", "environment"),
  ])
  func `a file that is missing, empty, too large or a folder has its own error`(
    variable: String, credential: String
  ) throws {
    let folder = TemporaryFolder()
    let empty = try folder.write("empty", " \n")
    let large = try folder.write("large", String(repeating: "x", count: (1 << 20) + 1))
    let name = { try Self.name(nil, Self.application, [variable: $0]) }

    #expect(throws: SignInError.noSuchFile(variable: variable)) { try name("/no/such") }
    #expect(throws: SignInError.noSuchFile(variable: variable)) { try name(folder.path) }
    #expect(throws: SignInError.emptyFile(empty, variable: variable)) { try name(empty) }
    #expect(throws: SignInError.fileTooLarge(large, variable: variable)) { try name(large) }
  }

  @Test func `identities that are not read are named`() {
    #expect(throws: SignInError.unsupportedIdentity("Azure Arc")) {
      try Self.name(
        nil, ["IDENTITY_ENDPOINT": "http://localhost:40342", "IMDS_ENDPOINT": "http://localhost"])
    }
    #expect(throws: SignInError.unsupportedIdentity("Service Fabric")) {
      try Self.name(nil, Self.appService, ["IDENTITY_SERVER_THUMBPRINT": "x"])
    }
  }

  @Test(arguments: ["IDENTITY_ENDPOINT", "AZURE_POD_IDENTITY_AUTHORITY_HOST"])
  func `an identity's host is near, or trusted and encrypted`(variable: String) throws {
    let header = variable == "IDENTITY_ENDPOINT" ? ["IDENTITY_HEADER": "h"] : [:]
    let name = { (address: String, trusted: [String]) in
      try SignIn(
        .managed, header.merging([variable: address]) { $1 }, trustedHosts: trusted,
        FakeService(.token()).surroundings()
      ).credentialName
    }

    _ = try name("http://169.254.129.4:8081/msi/token", [])
    _ = try name("http://localhost:42356/msi/token", [])
    _ = try name("https://identity.contoso.example", ["identity.contoso.example"])
    #expect(throws: SignInError.untrustedHost("identity.contoso.example", variable: variable)) {
      try name("https://identity.contoso.example", [])
    }
    #expect(throws: SignInError.plainHTTP(host: "identity.contoso.example", variable: variable)) {
      try name("http://identity.contoso.example", ["identity.contoso.example"])
    }
  }
}
