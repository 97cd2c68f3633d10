import Foundation
import Testing

@Suite struct ConnectionSettingTests {
  @Test(arguments: [
    (
      "trusted_hosts: logs.contoso.example",
      """
      error: 'trusted_hosts' must be a list, not a text
          → tokenbook.yml:5:16
            trusted_hosts: logs.contoso.example
                           ^
        fix: write 'trusted_hosts: [logs.contoso.example]'
      """
    ),
    (
      "trusted_hosts: [\"https://a.example:8443/x\", \"*.a.example\", a.example, A.example]",
      """
      error: 'https://a.example:8443/x' is not the name of a host
          → tokenbook.yml:5:17
            trusted_hosts: ["https://a.example:8443/x", "*.a.example", a.example, A.example]
                            ^
        fix: write 'a.example', without scheme, port, path or wildcard

      error: '*.a.example' is not the name of a host
          → tokenbook.yml:5:45
            trusted_hosts: ["https://a.example:8443/x", "*.a.example", a.example, A.example]
                                                        ^
        fix: write it whole, without scheme, port, path or wildcard

      error: 'A.example' is in 'trusted_hosts' twice
          → tokenbook.yml:5:71
            trusted_hosts: ["https://a.example:8443/x", "*.a.example", a.example, A.example]
                                                                                  ^
        fix: remove one of them
      """
    ),
    (
      "trusted_hosts: [\"a.example:443\"]",
      """
      error: 'a.example:443' is not the name of a host
          → tokenbook.yml:5:17
            trusted_hosts: ["a.example:443"]
                            ^
        fix: write 'a.example', without scheme, port, path or wildcard
      """
    ),
    (
      "proxy: proxy.contoso.example",
      """
      error: 'proxy' must be 'http://' with a host and a port, not 'proxy.contoso.example'
          → tokenbook.yml:5:8
            proxy: proxy.contoso.example
                   ^
        fix: write 'proxy: http://proxy.contoso.example:8080'; credentials of a proxy belong into the \
      environment: set HTTPS_PROXY
      """
    ),
    (
      "proxy: https://proxy.contoso.example:8080",
      """
      error: 'proxy' must be 'http://' with a host and a port, not 'https://proxy.contoso.example:8080'
          → tokenbook.yml:5:8
            proxy: https://proxy.contoso.example:8080
                   ^
        fix: write 'proxy: http://proxy.contoso.example:8080'; credentials of a proxy belong into the \
      environment: set HTTPS_PROXY
      """
    ),
  ])
  func `a wrong value is shown with the right one`(line: String, expected: String) {
    #expect(mistakes(["tokenbook.yml": sampleSettings + line + "\n"]) == expected)
  }

  @Test func `a certificate file is found beside tokenbook yml`() throws {
    let folder = try FolderOnDisk(["ca/company.pem": Data("certificate".utf8)])

    #expect(
      try folder.settings("certificate_file: ca/company.pem").certificateFile
        == folder.path + "/ca/company.pem")
  }

  @Test(arguments: [
    (
      "certificate_file: nope.pem",
      """
      error: there is no certificate file 'nope.pem'
          → tokenbook.yml:5:19
            certificate_file: nope.pem
                              ^
        fix: name a PEM file with your company's certificate authority, or remove 'certificate_file'
      """
    ),
    (
      "certificate_file: ca",
      """
      error: the certificate file 'ca' is a folder
          → tokenbook.yml:5:19
            certificate_file: ca
                              ^
        fix: name a PEM file with your company's certificate authority, or remove 'certificate_file'
      """
    ),
    (
      "certificate_file: ca/../site/company.pem",
      """
      error: the certificate file lies inside 'site', which is published and replaced by every build
          → tokenbook.yml:5:19
            certificate_file: ca/../site/company.pem
                              ^
        fix: put the file beside tokenbook.yml: 'certificate_file: company-ca.pem'
      """
    ),
  ])
  func `a certificate file that cannot be used is refused`(line: String, expected: String) throws {
    let folder = try FolderOnDisk([
      "ca/company.pem": Data("certificate".utf8), "site/company.pem": Data("certificate".utf8),
    ])

    #expect(folder.mistakes(line) == expected)
  }
}
