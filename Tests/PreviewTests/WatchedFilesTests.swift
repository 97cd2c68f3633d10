import Foundation
import Preview
import Testing

@Suite struct WatchedFilesTests {
  @Test(arguments: [
    Change("a longer page") { try $0.write("longer", to: "Templates/index.md") },
    Change("a page of the same length") { folder in
      try folder.write("mine", to: "Templates/index.md")
    },
    Change("a page saved by moving one of the same length and time over it") { folder in
      try folder.write("mine", to: "Templates/.index.md.new")
      try folder.age("Templates/.index.md.new")
      try folder.move("Templates/.index.md.new", over: "Templates/index.md")
    },
    Change("a new page") { try $0.write("page", to: "Templates/new.md") },
    Change("a new page below a folder") { try $0.write("page", to: "Templates/parts/new.md") },
    Change("a page removed") { try $0.remove("Templates/index.md") },
    Change("the first page ever removed with its folder") { try $0.remove("Templates") },
    Change("settings") { try $0.write("title: New", to: "tokenbook.yml") },
    Change("prices") { try $0.write("new", to: "rates.csv") },
    Change("a new CSV file") { try $0.write("new", to: "budgets.csv") },
    Change("an import") { try $0.write("usage", to: "data/snapshot.sqlite") },
    Change("an import that runs") { try $0.write("usage", to: "data/snapshot.sqlite-journal") },
  ])
  func `a change is seen`(change: Change) throws {
    let (folder, paths) = try workbook()
    let before = WatchedFiles(paths)

    try change.make(folder)

    #expect(WatchedFiles(paths) != before)
  }

  @Test(arguments: [
    Change("nothing") { _ in },
    Change("what an editor keeps beside a page") { folder in
      try folder.write("x", to: "Templates/.index.md.swp")
      try folder.write("x", to: "Templates/index.md~")
      try folder.write("x", to: "Templates/#index.md#")
      try folder.link("Templates/.#index.md", to: "user@host.1")
    },
    Change("the published site") { try $0.write("x", to: "site/index.html") },
    Change("the cache") { try $0.write("x", to: ".tokenbook/charges.sqlite") },
    Change("a file that no page depends on") { try $0.write("x", to: "notes.txt") },
  ])
  func `what pages do not depend on is no change`(change: Change) throws {
    let (folder, paths) = try workbook()
    let before = WatchedFiles(paths)

    try change.make(folder)

    #expect(WatchedFiles(paths) == before)
  }

  @Test func `templates behind a link are watched`() throws {
    let (folder, _) = try workbook()
    try folder.link("linked", to: "Templates")
    let paths = WatchedPaths(
      workbook: folder.path, templates: folder.path + "/linked",
      snapshot: folder.path + "/data/snapshot.sqlite")
    let before = WatchedFiles(paths)

    try folder.write("longer", to: "Templates/index.md")

    #expect(WatchedFiles(paths) != before)
  }

  @Test func `a workbook of nothing has nothing to watch`() throws {
    let folder = try TemporaryFolder()
    let paths = WatchedPaths(
      workbook: folder.path + "/a", templates: folder.path + "/b", snapshot: folder.path + "/c")

    #expect(WatchedFiles(paths) == WatchedFiles(paths))
  }

  private func workbook() throws -> (TemporaryFolder, WatchedPaths) {
    let folder = try TemporaryFolder()
    try folder.write("title: Old", to: "tokenbook.yml")
    try folder.write("old", to: "rates.csv")
    try folder.write("page", to: "Templates/index.md")
    try folder.write("old", to: "data/snapshot.sqlite")
    // Saved long ago, or the clock of the file system might not have moved on before the change.
    for path in ["tokenbook.yml", "rates.csv", "Templates/index.md", "data/snapshot.sqlite"] {
      try folder.age(path)
    }
    return (
      folder,
      WatchedPaths(
        workbook: folder.path, templates: folder.path + "/Templates",
        snapshot: folder.path + "/data/snapshot.sqlite")
    )
  }
}

/// Something that is done to a workbook folder.
struct Change: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable (TemporaryFolder) throws -> Void

  init(_ name: String, make: @escaping @Sendable (TemporaryFolder) throws -> Void) {
    testDescription = name
    self.make = make
  }
}
