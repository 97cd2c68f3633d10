import Foundation
import Testing

@testable import AzureSignIn

@Suite struct TokenAnswerTests {
  private static let asked = Date(timeIntervalSince1970: 1_700_000_000)

  @Test(arguments: [
    #"{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"t"}"#,
    #"{"token_type":"bearer","expires_in":"3599","access_token":"t"}"#,
    #"{"expires_on":"1700003599","not_before":"1700000000","resource":"r","access_token":"t"}"#,
    #"{"expires_on":1700003599,"access_token":"t"}"#,
    #"{"accessToken":"t","expiresOn":"2023-11-15 00:13:19.000000","expires_on":1700003599}"#,
    #"{"access_token":"t","expires_in":"3599","expires_on":"11/15/2023 12:13:19 AM +00:00"}"#,
    #"{"access_token":"t","expires_in":3599.0,"expires_on":null}"#,
  ])
  func `the end is read from every way to write it`(json: String) throws {
    let answer = try #require(TokenAnswer(Array(json.utf8)))

    #expect(answer.token.text == "t")
    #expect(answer.end(askedAt: Self.asked) == Date(timeIntervalSince1970: 1_700_003_599))
  }

  @Test func `of two ends the earlier counts`() throws {
    let json = #"{"access_token":"t","expires_in":86399,"expires_on":1700000600}"#

    let answer = try #require(TokenAnswer(Array(json.utf8)))

    #expect(answer.end(askedAt: Self.asked) == Date(timeIntervalSince1970: 1_700_000_600))
  }

  @Test(arguments: [
    #"{"access_token":"t"}"#, #"{"access_token":"t","expires_in":"soon"}"#,
    #"{"access_token":"t","expires_in":-5}"#, #"{"access_token":"t","expires_in":1e300}"#,
    #"{"access_token":"t","expires_in":[1]}"#,
  ])
  func `a token of unknown end is used once`(json: String) throws {
    let answer = try #require(TokenAnswer(Array(json.utf8)))

    #expect(answer.end(askedAt: Self.asked) == Self.asked)
  }

  @Test(arguments: [
    "", "null", "[]", "<html>", #"{"expires_in":3599}"#, #"{"access_token":""}"#,
    #"{"access_token":5}"#, #"{"access_token":"a\r\nX-Evil: 1"}"#, #"{"access_token":"a b"}"#,
    #"{"access_token":"ä"}"#, #"{"access_token":"t","token_type":"pop"}"#,
    #"{"access_token":"t","expires_in":3599"#,
  ])
  func `anything else is no token`(json: String) {
    #expect(TokenAnswer(Array(json.utf8)) == nil)
  }

  @Test(arguments: [
    // Lifetime, renewed after, renewed after where half the life may do.
    (lifetime: 3599, plain: 3299.0, halfLife: 3299.0), (7199, 6899, 6899), (7200, 6900, 3600),
    (86400, 86100, 43200), (300, 0, 0), (1, -299, -299),
  ])
  func `a token is renewed 300 seconds before its end, or at half a long life`(
    lifetime: Int, plain: Double, halfLife: Double
  ) throws {
    let json = #"{"access_token":"t","expires_in":\#(lifetime)}"#
    let answer = try #require(TokenAnswer(Array(json.utf8)))

    #expect(BearerToken(answer, askedAt: Self.asked).renewal == Self.asked + plain)
    #expect(
      BearerToken(answer, askedAt: Self.asked, renewsAtHalfLife: true).renewal
        == Self.asked + halfLife)
  }
}
