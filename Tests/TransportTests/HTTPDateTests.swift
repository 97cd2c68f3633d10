import Foundation
import Testing

@testable import Transport

@Suite struct HTTPDateTests {
  /// 2026-11-24.
  let now = Date(timeIntervalSince1970: 1_795_485_600)

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0),
    ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Tue, 29 Feb 2028 23:59:59 GMT", 1_835_481_599),
    ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_799),
    ("Tuesday, 24-Nov-26 02:00:00 GMT", 1_795_485_600),
    ("Monday, 01-Jan-76 00:00:00 GMT", 3_345_062_400),
    ("Saturday, 01-Jan-77 00:00:00 GMT", 220_924_800),
  ])
  func `a date is read`(text: String, seconds: Double) {
    #expect(httpDate(text, now: now) == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: [
    "", "tomorrow", "2026-11-24T02:00:00Z", "Sun, 06 Nov 1994 08:49:37 CET",
    "Sun, 06 Nov 1994 08:49 GMT", "Sun, 31 Feb 2026 08:49:37 GMT", "Sun, 06 Nox 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT", "Sun Nov  6 08:49:37", "1 2 3 4 5 6 7 8",
  ])
  func `what is no date is none`(text: String) {
    #expect(httpDate(text, now: now) == nil)
  }
}
