import Foundation
import SeededCases
import Testing

@testable import AzureSignIn

@Suite struct FormBodyTests {
  @Test func `a form is written in the order of its fields`() {
    var form = FormBody(["client_id": "app", "scope": "https://api.loganalytics.io/.default"])

    form.append("client_secret", "a&b=c+d e%~ü")

    #expect(
      form.text == "client_id=app&scope=https%3A%2F%2Fapi.loganalytics.io%2F.default"
        + "&client_secret=a%26b%3Dc%2Bd%20e%25~%C3%BC")
  }

  @Test func `a form does not print its fields`() {
    let form = FormBody(["client_secret": "CANARY"])

    #expect("\(form) \(String(reflecting: form))" == "a form of 1 fields a form of 1 fields")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `whatever is encoded is decoded to itself`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = String(
      String.UnicodeScalarView(
        (0..<random.number(0...40)).compactMap { _ in
          Unicode.Scalar(UInt32(random.number(0...(random.happens(70) ? 0x7F : 0xFFFF))))
        }))

    let encoded = percentEncoded(text)

    #expect(encoded.removingPercentEncoding == text, "seed \(seed)")
    #expect(encoded.wholeMatch(of: /([A-Za-z0-9._~\-]|%[0-9A-F]{2})*/) != nil, "seed \(seed)")
  }
}
