import BuiltInTemplates
import Foundation
import Testing

@Suite struct BuiltInTemplatesTests {
  private let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Templates").standardized

  @Test func `every file of the folder is built in, and no other`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }

    #expect(builtInTemplates.map(\.name).sorted() == files.sorted())
  }

  @Test(arguments: builtInTemplates.map(\.name))
  func `a built-in file has the bytes of the folder's`(name: String) throws {
    let stored = try Data(contentsOf: folder.appending(path: name))

    #expect(builtInTemplates.first { $0.name == name }?.bytes == Array(stored))
  }
}
