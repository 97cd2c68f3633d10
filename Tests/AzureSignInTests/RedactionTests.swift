import Foundation
import Testing

@testable import AzureSignIn

@Suite struct RedactionTests {
  @Test func `only the first line is kept, up to 200 characters`() {
    let redaction = Redaction()
    let long = String(repeating: "word ", count: 60)

    #expect(redaction.firstLine(of: "AADSTS1: no\r\nTrace ID: 1") == "AADSTS1: no")
    #expect(redaction.firstLine(of: long) == String(repeating: "word ", count: 40).dropLast())
    #expect(redaction.firstLine(of: "") == "")
  }

  @Test func `control characters do not reach a terminal`() {
    #expect(Redaction().firstLine(of: "a\u{1B}[31mb\tc\u{202E}d") == "a [31mb c d")
  }

  @Test(arguments: [
    "p&ss w/rd=", "p%26ss%20w%2Frd%3D", "p%26ss%20w%2frd%3d", "p%26ss+w%2Frd%3D",
    "cCZzcyB3L3JkPQ==", "cCZzcyB3L3JkPQ",
  ])
  func `a secret is removed in every form a service has seen it in`(form: String) {
    let redaction = Redaction([Secret("p&ss w/rd=")])

    #expect(redaction.firstLine(of: "bad '\(form)'!") == "bad '[removed]'!")
  }

  @Test func `a secret across the cut is removed before the cut`() {
    let text = String(repeating: "x ", count: 97) + "SECRETSECRET"

    let line = Redaction([Secret("SECRETSECRET")]).firstLine(of: text)

    #expect(line == String(repeating: "x ", count: 97) + "[remov")
  }

  @Test func `what is as long as a token goes, whoever it belongs to`() {
    let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2FwaS5sb2"

    #expect(Redaction().firstLine(of: "got \(token) here") == "got [removed] here")
    #expect(
      Redaction().firstLine(of: "app '6f2c0d3e-1111-2222-3333-444455556666' of 'contoso'")
        == "app '6f2c0d3e-1111-2222-3333-444455556666' of 'contoso'")
  }
}
