import Foundation
import Testing

@Suite struct DeterminismTests {
  @Test func `the host's zone, language and folder change no byte`() throws {
    let copy = try DemoWorkbook.copy()
    let elsewhere = try TemporaryFolder()

    let outcome = try Executable.run(
      ["build", "--workbook", copy.path], in: elsewhere.url,
      environment: [
        "TZ": "Pacific/Chatham", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        "SWIFT_DETERMINISTIC_HASHING": "1",
      ])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let first = try fileTree(DemoWorkbook.url().appending(path: "site"))
    let second = try copy.tree("site")
    #expect(differences(first, second) == [])
  }

  @Test func `building again changes no file`() throws {
    let copy = try DemoWorkbook.copy()
    let before = try copy.tree("site")

    let outcome = try copy.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("0 files changed"))
    #expect(differences(before, try copy.tree("site")) == [])
  }

  @Test func `deleting the cache changes no byte`() throws {
    let copy = try DemoWorkbook.copy()
    try copy.tokenbook(["build"])
    try FileManager.default.removeItem(at: copy.url.appending(path: ".tokenbook"))

    try copy.tokenbook(["build"])

    let demo = try fileTree(DemoWorkbook.url().appending(path: "site"))
    #expect(differences(demo, try copy.tree("site")) == [])
  }
}
