import Testing

@testable import AzureSignIn

@Suite struct WebAddressTests {
  @Test func `a host without a scheme means https`() {
    let address = WebAddress("Login.MicrosoftOnline.com/")

    #expect(address?.text == "https://Login.MicrosoftOnline.com")
    #expect(address?.host == "login.microsoftonline.com")
    #expect(address?.isEncrypted == true)
  }

  @Test(arguments: [
    "", "https://", "ftp://host", "https://user:pass@host", "https://host?x", "https://host#x",
    "file:///etc/passwd", "https://ho st",
  ])
  func `anything but scheme, host, port and path is no address`(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(arguments: [
    "http://localhost:80", "http://127.0.0.1", "http://127.9.9.9", "http://[::1]:8",
  ])
  func `the loopback is this machine`(text: String) throws {
    #expect(try #require(WebAddress(text)).isLoopback)
  }

  @Test(arguments: [
    "http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://128.0.0.1",
    "http://127.1", "http://169.254.169.254",
  ])
  func `everything else is not`(text: String) throws {
    #expect(try !#require(WebAddress(text)).isLoopback)
  }

  @Test func `169.254 with any two numbers is an address that no router passes on`() throws {
    #expect(try #require(WebAddress("http://169.254.129.4:8081/msi/token")).isLinkLocal)
    #expect(try !#require(WebAddress("http://169.254.1.1.evil.example")).isLinkLocal)
    #expect(try !#require(WebAddress("http://169.253.1.1")).isLinkLocal)
  }
}
