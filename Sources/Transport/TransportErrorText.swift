import Foundation

extension TransportError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .certificateFileUnreadable(let file): "the certificate file '\(file)' cannot be read"
    case .noCertificateInFile(let file): "there is no PEM certificate in '\(file)'"
    case .notAProxy: "the proxy is not written as http://host:port"
    case .notAnAddress(let text): "'\(text)' is not the beginning of an https:// address"
    case .signInInAddress(let endpoint): "the address of '\(endpoint)' holds a user name"
    case .plainHTTP(let endpoint):
      "'\(endpoint)' would be asked over plain http://, which is kept to this machine"
    case .unprintableHeader(let name): "the header '\(name)' holds a control character"
    case .nameUnknown(let endpoint): "no address is known for '\(endpoint.host)'"
    case .refused(let endpoint): "'\(endpoint)' refused the connection"
    case .unreachable(let endpoint): "there is no way to '\(endpoint)'"
    case .connectTimedOut(let endpoint, let time):
      "no connection to '\(endpoint)' within \(seconds(time))"
    case .proxyNameUnknown(let proxy): "no address is known for the proxy '\(proxy.host)'"
    case .proxyUnreachable(let proxy): "there is no connection to the proxy '\(proxy)'"
    case .proxyWantsSignIn(let proxy): "the proxy '\(proxy)' wants a user name and a password"
    case .proxyRefused(let proxy, let target): "the proxy '\(proxy)' did not connect to '\(target)'"
    case .tlsFailed(let endpoint, let fault): fault.description(of: endpoint)
    case .timedOut(let endpoint, let time):
      "no whole answer from '\(endpoint)' within \(seconds(time))"
    case .stalled(let endpoint, let time):
      "the answer of '\(endpoint)' stopped half-way for \(seconds(time))"
    case .cutOff(let endpoint, 0): "'\(endpoint)' closed the connection before it answered"
    case .cutOff(let endpoint, let count):
      "the answer of '\(endpoint)' was cut off after \(count) bytes"
    case .notHTTP(let endpoint): "the answer of '\(endpoint)' is not HTTP"
    case .damagedCompression(let endpoint): "the answer of '\(endpoint)' cannot be decompressed"
    case .tooLarge(let endpoint, let mostBytes):
      "the answer of '\(endpoint)' is larger than \(mostBytes) bytes"
    case .redirected(let endpoint, let host?): "'\(endpoint)' redirects to '\(host)'"
    case .redirected(let endpoint, nil): "'\(endpoint)' redirects, and does not say where to"
    case .shutDown: "the connections are closed already"
    case .failed(let endpoint, let fault): "the exchange with '\(endpoint)' failed: \(fault)"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .certificateFileUnreadable:
      "check the path and who may read it: certificate_file: in tokenbook.yml"
    case .noCertificateInFile(let file):
      "it has to begin with -----BEGIN CERTIFICATE-----; "
        + "convert a DER file with: openssl x509 -inform der -in \(file) -out company-ca.pem"
    case .notAProxy: "proxy: http://proxy.example:8080 in tokenbook.yml, or HTTPS_PROXY"
    case .notAnAddress: "check the address in tokenbook.yml; it looks like https://host"
    case .signInInAddress: "take the part before the @ out of the address"
    case .plainHTTP(let endpoint): "write https://\(endpoint.host)"
    case .unprintableHeader: "look for a line break at the end of a token or key file"
    case .nameUnknown(let endpoint):
      "check the spelling, then: getent hosts \(endpoint.host)"
        + " (behind a proxy: proxy: in tokenbook.yml)"
    case .refused(let endpoint) where endpoint.isLoopback:
      "check the port: nothing on this machine listens at \(endpoint.port)"
    case .refused(let endpoint):
      "check the port, then: curl -v https://\(endpoint) (behind a proxy: proxy: in tokenbook.yml)"
    case .unreachable(let endpoint), .connectTimedOut(let endpoint, _):
      "check the network and the firewall: curl -v https://\(endpoint)"
        + " (behind a proxy: proxy: in tokenbook.yml)"
    case .proxyNameUnknown, .proxyUnreachable:
      "check proxy: in tokenbook.yml and HTTPS_PROXY, or name the host in NO_PROXY"
    case .proxyWantsSignIn:
      "set HTTPS_PROXY=http://user:password@host:port, without proxy: in tokenbook.yml"
    case .proxyRefused(_, let target):
      "ask for '\(target)' to be permitted on the proxy, or name it in NO_PROXY"
    case .tlsFailed(let endpoint, let fault): fault.suggestion(for: endpoint)
    case .timedOut: "try again later; an answer about fewer days comes sooner"
    case .stalled, .cutOff, .failed: "try again; if it stays so, look at the proxy and the firewall"
    case .notHTTP: "check the port, and that no proxy or sign-in page answers in its place"
    case .damagedCompression: "look for a proxy that changes answers on their way"
    case .tooLarge: "ask for fewer days at once"
    case .redirected(_, let host?):
      "if '\(host)' is the right host, name it in tokenbook.yml; "
        + "redirects are not followed, so that no token goes astray"
    case .redirected(_, nil): "check the address in tokenbook.yml"
    case .shutDown: "run the command again"
    }
  }
}

extension TransportError.TLSFault {
  fileprivate func description(of endpoint: Endpoint) -> String {
    switch self {
    case .unknownIssuer:
      "the certificate of '\(endpoint)' is not from an issuer this machine trusts"
    case .otherHost: "the certificate that '\(endpoint)' shows is another host's"
    case .expired(let day, let today):
      "the certificate of '\(endpoint)' ended on \(day), and this machine's clock says \(today)"
    case .notYetValid(let day, let today):
      "the certificate of '\(endpoint)' begins on \(day), and this machine's clock says \(today)"
    case .notTLS: "'\(endpoint)' does not speak TLS"
    case .handshake: "'\(endpoint)' and this machine do not agree on TLS"
    }
  }

  fileprivate func suggestion(for endpoint: Endpoint) -> String {
    switch self {
    case .unknownIssuer:
      "certificate_file: in tokenbook.yml names the company's CA; see it with: "
        + "openssl s_client -showcerts -connect \(endpoint.withPort)"
    case .otherHost: "check the host in tokenbook.yml, and that no proxy answers in its place"
    case .expired, .notYetValid: "check this machine's clock: date -u; then tell who runs the host"
    case .notTLS: "check the port, and that the proxy does not answer in its place"
    case .handshake: "TLS 1.2 or 1.3 is needed; look at the firewall and who runs the host"
    }
  }
}

/// `1 second`, `30 seconds`, `0.5 seconds`.
private func seconds(_ time: Duration) -> String {
  let milliseconds = Int(time / .milliseconds(1))
  var amount = "\(milliseconds / 1000)"
  if milliseconds % 1000 > 0 {
    let fraction = "\(1000 + milliseconds % 1000)".dropFirst()
    amount += "." + fraction.reversed().drop { $0 == "0" }.reversed()
  }
  return amount == "1" ? "1 second" : "\(amount) seconds"
}
