import Testing

@testable import Transport

@Suite struct TransportErrorTests {
  static let host = Endpoint(host: "api.example", port: 443)
  static let proxy = Endpoint(host: "proxy.example", port: 8080)

  static let table: [(error: TransportError, isTransient: Bool, problem: String, advice: String)] =
    [
      (
        .certificateFileUnreadable("company-ca.pem"), false,
        "the certificate file 'company-ca.pem' cannot be read",
        "check the path and who may read it: certificate_file: in tokenbook.yml"
      ),
      (
        .noCertificateInFile("company-ca.der"), false,
        "there is no PEM certificate in 'company-ca.der'",
        "it has to begin with -----BEGIN CERTIFICATE-----; convert a DER file with: openssl x509 "
          + "-inform der -in company-ca.der -out company-ca.pem"
      ),
      (
        .notAProxy, false,
        "the proxy is not written as http://host:port",
        "proxy: http://proxy.example:8080 in tokenbook.yml, or HTTPS_PROXY"
      ),
      (
        .notAnAddress("api.example"), false,
        "'api.example' is not the beginning of an https:// address",
        "check the address in tokenbook.yml; it looks like https://host"
      ),
      (
        .signInInAddress(host), false,
        "the address of 'api.example' holds a user name",
        "take the part before the @ out of the address"
      ),
      (
        .plainHTTP(Endpoint(host: "api.example", port: 80)), false,
        "'api.example:80' would be asked over plain http://, which is kept to this machine",
        "write https://api.example"
      ),
      (
        .unprintableHeader("Authorization"), false,
        "the header 'Authorization' holds a control character",
        "look for a line break at the end of a token or key file"
      ),
      (
        .nameUnknown(host), true,
        "no address is known for 'api.example'",
        "check the spelling, then: getent hosts api.example (behind a proxy: proxy: in "
          + "tokenbook.yml)"
      ),
      (
        .refused(proxy), true,
        "'proxy.example:8080' refused the connection",
        "check the port, then: curl -v https://proxy.example:8080 (behind a proxy: proxy: in "
          + "tokenbook.yml)"
      ),
      (
        .refused(Endpoint(host: "127.0.0.1", port: 8080)), true,
        "'127.0.0.1:8080' refused the connection",
        "check the port: nothing on this machine listens at 8080"
      ),
      (
        .unreachable(host), true,
        "there is no way to 'api.example'",
        "check the network and the firewall: curl -v https://api.example (behind a proxy: proxy: "
          + "in tokenbook.yml)"
      ),
      (
        .connectTimedOut(host, after: .seconds(15)), true,
        "no connection to 'api.example' within 15 seconds",
        "check the network and the firewall: curl -v https://api.example (behind a proxy: proxy: "
          + "in tokenbook.yml)"
      ),
      (
        .proxyNameUnknown(proxy), true,
        "no address is known for the proxy 'proxy.example'",
        "check proxy: in tokenbook.yml and HTTPS_PROXY, or name the host in NO_PROXY"
      ),
      (
        .proxyUnreachable(proxy), true,
        "there is no connection to the proxy 'proxy.example:8080'",
        "check proxy: in tokenbook.yml and HTTPS_PROXY, or name the host in NO_PROXY"
      ),
      (
        .proxyWantsSignIn(proxy), false,
        "the proxy 'proxy.example:8080' wants a user name and a password",
        "set HTTPS_PROXY=http://user:password@host:port, without proxy: in tokenbook.yml"
      ),
      (
        .proxyRefused(proxy, target: host), true,
        "the proxy 'proxy.example:8080' did not connect to 'api.example'",
        "ask for 'api.example' to be permitted on the proxy, or name it in NO_PROXY"
      ),
      (
        .tlsFailed(host, .unknownIssuer), false,
        "the certificate of 'api.example' is not from an issuer this machine trusts",
        "certificate_file: in tokenbook.yml names the company's CA; see it with: openssl s_client "
          + "-showcerts -connect api.example:443"
      ),
      (
        .tlsFailed(host, .otherHost), false,
        "the certificate that 'api.example' shows is another host's",
        "check the host in tokenbook.yml, and that no proxy answers in its place"
      ),
      (
        .tlsFailed(host, .expired(day: "2026-11-01", today: "2026-11-24")), false,
        "the certificate of 'api.example' ended on 2026-11-01, and this machine's clock says "
          + "2026-11-24",
        "check this machine's clock: date -u; then tell who runs the host"
      ),
      (
        .tlsFailed(host, .notYetValid(day: "2026-11-01", today: "1970-01-01")), false,
        "the certificate of 'api.example' begins on 2026-11-01, and this machine's clock says "
          + "1970-01-01",
        "check this machine's clock: date -u; then tell who runs the host"
      ),
      (
        .tlsFailed(host, .notTLS), false,
        "'api.example' does not speak TLS",
        "check the port, and that the proxy does not answer in its place"
      ),
      (
        .tlsFailed(host, .handshake), false,
        "'api.example' and this machine do not agree on TLS",
        "TLS 1.2 or 1.3 is needed; look at the firewall and who runs the host"
      ),
      (
        .timedOut(host, after: .seconds(1)), true,
        "no whole answer from 'api.example' within 1 second",
        "try again later; an answer about fewer days comes sooner"
      ),
      (
        .stalled(host, after: .milliseconds(1050)), true,
        "the answer of 'api.example' stopped half-way for 1.05 seconds",
        "try again; if it stays so, look at the proxy and the firewall"
      ),
      (
        .cutOff(host, receivedBytes: 0), true,
        "'api.example' closed the connection before it answered",
        "try again; if it stays so, look at the proxy and the firewall"
      ),
      (
        .cutOff(host, receivedBytes: 4096), true,
        "the answer of 'api.example' was cut off after 4096 bytes",
        "try again; if it stays so, look at the proxy and the firewall"
      ),
      (
        .notHTTP(Endpoint(host: "2001:db8::1", port: 8443)), false,
        "the answer of '[2001:db8::1]:8443' is not HTTP",
        "check the port, and that no proxy or sign-in page answers in its place"
      ),
      (
        .damagedCompression(host), false,
        "the answer of 'api.example' cannot be decompressed",
        "look for a proxy that changes answers on their way"
      ),
      (
        .tooLarge(host, mostBytes: 268_435_456), false,
        "the answer of 'api.example' is larger than 268435456 bytes",
        "ask for fewer days at once"
      ),
      (
        .redirected(host, toHost: "login.example"), false,
        "'api.example' redirects to 'login.example'",
        "if 'login.example' is the right host, name it in tokenbook.yml; redirects are not "
          + "followed, so that no token goes astray"
      ),
      (
        .redirected(host, toHost: nil), false,
        "'api.example' redirects, and does not say where to",
        "check the address in tokenbook.yml"
      ),
      (
        .shutDown, false,
        "the connections are closed already",
        "run the command again"
      ),
      (
        .failed(host, fault: "Invalid URL"), true,
        "the exchange with 'api.example' failed: Invalid URL",
        "try again; if it stays so, look at the proxy and the firewall"
      ),
    ]

  @Test(arguments: table)
  func `an error says what is wrong and what to check`(
    error: TransportError, isTransient: Bool, problem: String, advice: String
  ) {
    #expect(error.errorDescription == problem)
    #expect(error.recoverySuggestion == advice)
    #expect(error.isTransient == isTransient)
  }

  @Test func `an error looks the same wherever it is shown`() {
    let error: any Error = TransportError.refused(Self.host)

    #expect(error.localizedDescription == "'api.example' refused the connection")
  }
}
