import Foundation
import Testing

@Suite struct DemoTests {
  @Test func `every user name is on the page where the company agreed to it`() throws {
    let people = try DemoWorkbook.url().appending(path: "site/people/index.html")

    let page = try String(contentsOf: people, encoding: .utf8)

    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("=HYPERLINK("))
    #expect(!page.contains("<script>"))
  }

  @Test func `with users off no user name is in any byte of the site`() throws {
    let copy = try DemoWorkbook.copy()
    let settings = try copy.read("tokenbook.yml")
    let off = settings.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("agreement:") }
      .map { $0.hasPrefix("users:") ? "users: off" : String($0) }
      .joined(separator: "\n")
    try copy.write(off, to: "tokenbook.yml")
    let users = try userNames(in: copy.url.appending(path: "exports"))
    try #require(users.count > 20)

    let outcome = try copy.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    for (path, bytes) in try copy.tree("site") {
      for user in users {
        #expect(bytes.range(of: Data(user.utf8)) == nil, "'\(user)' in \(path)")
      }
      #expect(bytes.range(of: Data("alert(1)".utf8)) == nil, "\(path)")
      #expect(bytes.range(of: Data("HYPERLINK".utf8)) == nil, "\(path)")
    }
  }

  @Test func `the demo is under four megabytes`() throws {
    let bytes = try fileTree(DemoWorkbook.url().appending(path: "site")).values
      .reduce(0) { $0 + $1.count }

    #expect(bytes < 4_000_000)
  }

  @Test func `a folder that holds something is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "notes.txt")

    let outcome = try Executable.run(["demo", folder.path])

    #expect(outcome.status == 73)
    #expect(
      outcome.errors == """
        error: the folder '\(folder.path)' is not empty
          fix: name a folder that does not exist yet

        """)
  }
}

/// The distinct values of `User ID` in the files, by a plain search of their text.
private func userNames(in exports: URL) throws -> Set<String> {
  var names: Set<String> = []
  for (_, bytes) in try fileTree(exports) {
    for piece in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\"User ID\":\"")
      .dropFirst()
    {
      let raw = piece.prefix { $0 != "," && $0 != "}" }.dropLast()
      names.insert(String(raw).replacing("\\\"", with: "\""))
    }
  }
  return names.subtracting([""])
}
