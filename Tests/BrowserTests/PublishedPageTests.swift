import Foundation
import Testing

/// The pages of the demo: one of each kind, or all where a check is quick.
@Suite struct PublishedPageTests {
  @Test func `no page writes to the console, from a file or from a strict web host`() throws {
    #expect(try PythonProgram(name: "console_messages").findings(in: DemoSite.url()) == [])
  }

  @Test func `axe finds nothing in the light, in the dark or on a phone`() throws {
    #expect(try PythonProgram(name: "accessibility").findings(in: DemoSite.url()) == [])
  }

  @Test func `the Nu validator finds no error on any page`() throws {
    #expect(try PythonProgram(name: "validity").findings(in: DemoSite.url()) == [])
  }

  @Test func `text and marks are seen in forced colours`() throws {
    #expect(try PythonProgram(name: "forced_colours").findings(in: DemoSite.url()) == [])
  }

  @Test func `paper has page numbers, repeated heads and every tab`() throws {
    #expect(try PythonProgram(name: "paper").findings(in: DemoSite.url()) == [])
  }

  @Test func `no page weighs more than 800 kB, or 150 kB compressed`() throws {
    #expect(try PythonProgram(name: "weights").findings(in: DemoSite.url()) == [])
  }

  @Test func `the script is at most 12 kB`() throws {
    let script = try Data(contentsOf: DemoSite.asset("tokenbook-", of: DemoSite.url()))

    #expect(script.count <= 12_000)
  }
}
