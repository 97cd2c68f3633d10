import Foundation
import Testing

@Suite struct LayeringTests {
  /// What each target may import from this package. Read downwards, this is the architecture.
  static let layers: [(target: String, mayImport: Set<String>)] = [
    ("Tables", []),
    ("ContentHash", []),
    ("UsageModel", []),
    ("Pricing", ["UsageModel"]),
    ("SourceText", []),
    ("WorkbookFolder", ["UsageModel", "Pricing", "SourceText", "ContentHash"]),
    ("Ingestion", ["UsageModel", "SourceText", "CSimdjson", "CZlib"]),
    ("KustoQuery", ["UsageModel"]),
    ("Transport", []),
    ("AzureSignIn", ["UsageModel", "Transport", "ContentHash"]),
    ("AzureMonitor", ["UsageModel", "KustoQuery", "Transport", "AzureSignIn"]),
    ("SnapshotStore", ["UsageModel", "Pricing", "Tables", "ContentHash"]),
    ("Analysis", ["UsageModel", "Pricing", "Tables"]),
    ("Charts", []),
    (
      "Workbook",
      [
        "UsageModel", "Pricing", "Tables", "Analysis", "Charts", "SourceText", "ContentHash",
        "CCmarkGFM",
      ]
    ),
    ("Publishing", ["CAtomicSwap"]),
    ("Preview", []),
    ("DemoCompany", ["UsageModel"]),
    ("BuiltInTemplates", []),
    (
      "tokenbook",
      [
        "UsageModel", "Pricing", "Tables", "ContentHash", "SourceText", "WorkbookFolder",
        "Ingestion", "KustoQuery", "Transport", "AzureSignIn", "AzureMonitor", "SnapshotStore",
        "Workbook", "Publishing", "Preview", "DemoCompany", "BuiltInTemplates",
      ]
    ),
  ]

  /// Which target may import which library of somebody else's. Foundation and Glibc are free.
  static let libraries: [String: Set<String>] = [
    "GRDB": ["SnapshotStore"],
    "GRDBSQLite": ["SnapshotStore"],
    "CCmarkGFM": ["Workbook"],
    "Yams": ["SourceText"],
    "Crypto": ["ContentHash"],
    "CSimdjson": ["Ingestion"],
    "CZlib": ["Ingestion"],
    "CAtomicSwap": ["Publishing"],
    "NIOCore": ["Preview", "Transport"],
    "NIOPosix": ["Preview", "Transport"],
    "NIOHTTP1": ["Preview", "Transport"],
    "AsyncHTTPClient": ["Transport"],
    "NIOSSL": ["Transport"],
    "NIOHTTPCompression": ["Transport"],
    "CryptoExtras": ["AzureSignIn"],
    "ArgumentParser": ["tokenbook"],
  ]

  @Test(arguments: layers)
  func `a target imports only the layers below it`(target: String, mayImport: Set<String>) throws {
    let siblings = Set(Self.layers.map(\.target))

    for file in try swiftFiles(in: target) {
      let imported = try imports(of: file).intersection(siblings)

      #expect(imported.subtracting(mayImport).isEmpty, "\(target)/\(file.lastPathComponent)")
    }
  }

  @Test(arguments: layers.map(\.target))
  func `a library is imported by its target only`(target: String) throws {
    for file in try swiftFiles(in: target) {
      for library in try imports(of: file) {
        if let owners = Self.libraries[library] {
          #expect(owners.contains(target), "\(target)/\(file.lastPathComponent) imports \(library)")
        }
      }
    }
  }

  @Test func `every folder of Sources is a layer or a C library`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    let known = Set(Self.layers.map(\.target)).union([
      "CCmarkGFM", "CSimdjson", "CAtomicSwap", "CZlib",
    ])

    #expect(Set(folders).subtracting(known).isEmpty)
  }

  @Test func `an import is found whatever stands before it`() {
    let source = """
      import Foundation
      package import Tables
      import struct UsageModel.CalendarDay
      // import Charts
      """

    #expect(importedModules(in: source) == ["Foundation", "Tables", "UsageModel"])
  }
}

private let sources = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Sources")

private func swiftFiles(in target: String) throws -> [URL] {
  let folder = sources.appending(path: target)
  let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  let files = all.filter { $0.hasSuffix(".swift") }
  try #require(!files.isEmpty, "\(target) has no source files")
  return files.map { folder.appending(path: $0) }
}

private func imports(of file: URL) throws -> Set<String> {
  importedModules(in: try String(contentsOf: file, encoding: .utf8))
}

private func importedModules(in source: String) -> Set<String> {
  let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
  var modules: Set<String> = []
  for line in source.split(separator: "\n") {
    var words = line.split(separator: " ")[...]
    while let first = words.first, first == "package" || first == "public" || first.hasPrefix("@") {
      words = words.dropFirst()
    }
    guard words.first == "import" else { continue }
    words = words.dropFirst()
    if let kind = words.first, kinds.contains(kind) { words = words.dropFirst() }
    if let module = words.first?.split(separator: ".").first { modules.insert(String(module)) }
  }
  return modules
}
