import Foundation
import Testing

@testable import AzureSignIn

@Suite struct HTTPDateTests {
  @Test func `a header's time is UTC`() {
    #expect(
      httpDate("Tue, 24 Nov 2026 02:00:00 GMT") == Date(timeIntervalSince1970: 1_795_485_600))
  }

  @Test(arguments: [
    "", "120", "Tue, 24 Nov 2026 02:00:00", "Tue, 24 Nov 2026 02:00:00 CET",
    "Tue, 31 Feb 2026 02:00:00 GMT", "Tue, 24 Foo 2026 02:00:00 GMT",
    "Tue, 24 Nov 2026 24:00:00 GMT", "Tue, 24 Nov 2026 02:00 GMT", "2026-11-24T02:00:00Z",
  ])
  func `anything else is no time`(text: String) {
    #expect(httpDate(text) == nil)
  }
}
