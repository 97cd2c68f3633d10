import Foundation
import Testing

/// The comparison that the laws rest on sees what it must.
@Suite struct FileTreeTests {
  private let tree = ["index.html": Data("<p>1</p>".utf8), "a/b.csv": Data("1,2\n".utf8)]

  @Test func `a tree does not differ from itself`() {
    #expect(differences(tree, tree) == [])
  }

  @Test func `one changed byte is seen`() {
    var other = tree
    other["a/b.csv"] = Data("1,3\n".utf8)

    #expect(differences(tree, other) == [#"a/b.csv, byte 2: ["1,2\n", "1,3\n"]"#])
  }

  @Test func `a byte more at the end is seen`() {
    var other = tree
    other["a/b.csv"] = Data("1,2\n\n".utf8)

    #expect(differences(tree, other) == [#"a/b.csv, byte 4: ["1,2\n", "1,2\n\n"]"#])
  }

  @Test func `a missing and an added file are seen`() {
    var other = tree
    other["index.html"] = nil
    other["new.html"] = Data()

    #expect(
      differences(tree, other) == [
        "index.html is only in the first", "new.html is only in the second",
      ])
  }

  @Test func `a changed byte and a lost file of a real folder are seen`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a.txt")
    try folder.write("two", to: "deep/b.txt")
    let before = try fileTree(folder.url)

    try folder.write("onE", to: "a.txt")
    try folder.remove("deep/b.txt")

    #expect(differences(before, try fileTree(folder.url)).count == 2)
  }
}
