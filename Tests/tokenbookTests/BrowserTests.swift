import Foundation
import Testing

/// Pages in a real browser: Debian's Chromium without a window.
@Suite(.serialized) struct BrowserTests {
  static let pages = [
    "index.html", "teams/index.html", "months/2026-10/index.html", "cost_centres/index.html",
    "features/index.html", "models/index.html", "people/index.html", "data/index.html",
    "how-we-count/index.html",
  ]

  @Test(arguments: pages)
  func `a page opens from a file without a console message`(page: String) throws {
    let url = try DemoWorkbook.url().appending(path: "site").appending(path: page)

    let messages = try consoleMessages(of: url)

    #expect(messages == [])
  }

  @Test func `a console message is seen`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "<!DOCTYPE html><title>x</title><script>console.error('planted')</script>", to: "x.html")

    let messages = try consoleMessages(of: folder.url.appending(path: "x.html"))

    #expect(messages.count == 1)
  }
}

private func consoleMessages(of page: URL) throws -> [Substring] {
  let profile = try TemporaryFolder()
  let outcome = try Executable.run(
    program: "/usr/bin/chromium",
    [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
      "--user-data-dir=\(profile.url.path)", "--dump-dom", page.absoluteString,
    ])
  try #require(outcome.status == 0, "\(outcome.errors)")
  try #require(outcome.output.contains("<html"))
  return outcome.errors.split(separator: "\n").filter { $0.contains(":CONSOLE") }
}
