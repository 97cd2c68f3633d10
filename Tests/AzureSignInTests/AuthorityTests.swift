import Testing

@testable import AzureSignIn

@Suite struct AuthorityTests {
  @Test func `the public cloud is the default`() throws {
    let authority = try Authority(Variables([:]), trustedHosts: [])

    #expect(
      authority.tokenEndpoint(tenant: "contoso.example")
        == "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token")
  }

  @Test(arguments: [
    "https://login.microsoftonline.us", "login.chinacloudapi.cn",
    "https://login.microsoftonline.com/",
  ])
  func `Azure's own hosts need no permission`(host: String) throws {
    _ = try Authority(Variables(["AZURE_AUTHORITY_HOST": host]), trustedHosts: [])
  }

  @Test func `any other host must be trusted, whole and in upper or lower case`() throws {
    let variables = Variables(["AZURE_AUTHORITY_HOST": "https://login.contoso.example:8443"])

    _ = try Authority(variables, trustedHosts: ["Login.Contoso.example"])
    #expect(
      throws: SignInError.untrustedHost("login.contoso.example", variable: "AZURE_AUTHORITY_HOST")
    ) { try Authority(variables, trustedHosts: ["contoso.example"]) }
  }

  @Test func `plain http is for this machine only, trusted or not`() throws {
    let loopback = Variables(["AZURE_AUTHORITY_HOST": "http://127.0.0.1:8080"])
    let other = Variables(["AZURE_AUTHORITY_HOST": "http://login.microsoftonline.com"])

    _ = try Authority(loopback, trustedHosts: ["127.0.0.1"])
    #expect(throws: SignInError.untrustedHost("127.0.0.1", variable: "AZURE_AUTHORITY_HOST")) {
      try Authority(loopback, trustedHosts: [])
    }
    #expect(
      throws: SignInError.plainHTTP(
        host: "login.microsoftonline.com", variable: "AZURE_AUTHORITY_HOST")
    ) { try Authority(other, trustedHosts: ["login.microsoftonline.com"]) }
  }

  @Test func `an address with a password is not repeated`() {
    #expect(throws: SignInError.unusableAddress(variable: "AZURE_AUTHORITY_HOST")) {
      try Authority(Variables(["AZURE_AUTHORITY_HOST": "https://a:b@c.example"]), trustedHosts: [])
    }
  }
}
