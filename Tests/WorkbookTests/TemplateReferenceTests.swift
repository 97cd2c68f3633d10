import Foundation
import Testing

@testable import Workbook

/// docs/template-reference.md is made from the program.
@Suite struct TemplateReferenceTests {
  @Test func `the reference in the documentation is the program's`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/template-reference.md").standardizedFileURL
    let reference = templateReference()

    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(reference.utf8).write(to: file)
      Issue.record("recorded \(file.path); run again without RECORD_GOLDEN")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == reference)
  }

  @Test func `every key of every step is in the reference`() {
    let reference = templateReference()
    let keys =
      [
        FrontMatter.keys, TileDefinition.keys, GridDefinition.keys, GridColumn.keys,
        ChartDefinition.keys, CalloutDefinition.keys, LinksDefinition.keys, DownloadDefinition.keys,
      ].flatMap { $0 }.map(\.name)

    for name in keys + ChartKind.allCases.map(\.rawValue) + ValueFormat.allCases.map(\.rawValue) {
      #expect(reference.contains("| `\(name)` |"))
    }
    for fence in TemplateFence.allCases { #expect(reference.contains("### `\(fence.rawValue)`\n")) }
    for word in StructureComment.words { #expect(reference.contains("`<!-- \(word): ")) }
  }
}
