import Foundation
import Testing

@Suite struct DeterminismTests {
  @Test func `the host's zone, language and folder change no byte`() throws {
    let copy = try DemoWorkbook.copy()
    let elsewhere = try TemporaryFolder()

    let outcome = try Executable.run(
      ["build", "--workbook", copy.url.path], in: elsewhere.url,
      environment: [
        "TZ": "Pacific/Chatham", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        "SWIFT_DETERMINISTIC_HASHING": "1",
      ])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let first = try fileTree(DemoWorkbook.url().appending(path: "site"))
    let second = try fileTree(copy.url.appending(path: "site"))
    #expect(first == second)
  }

  @Test func `building again changes no file`() throws {
    let copy = try DemoWorkbook.copy()
    let before = try fileTree(copy.url.appending(path: "site"))

    let outcome = try Executable.run(["build", "--workbook", copy.url.path])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("0 files changed"))
    #expect(try fileTree(copy.url.appending(path: "site")) == before)
  }

  @Test func `deleting the cache changes no byte`() throws {
    let copy = try DemoWorkbook.copy()
    try Executable.run(["build", "--workbook", copy.url.path])
    try FileManager.default.removeItem(at: copy.url.appending(path: ".tokenbook"))

    try Executable.run(["build", "--workbook", copy.url.path])

    #expect(
      try fileTree(copy.url.appending(path: "site"))
        == fileTree(DemoWorkbook.url().appending(path: "site")))
  }
}
