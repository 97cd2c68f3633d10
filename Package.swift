// swift-tools-version: 6.2
import PackageDescription

/// Our targets treat every warning as an error; dependencies are left alone.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A library target of ours. Read downwards, the list below is the architecture.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The test target of `layer`, with the same name plus `Tests`.
func tests(of layer: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: layer + "Tests",
    dependencies: [.byName(name: layer), "SeededCases"] + dependencies,
    exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "tokenbook",
  // Needed on Linux too: the argument parser checks it before it runs a command.
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
  ],
  targets: [
    // What a query returns: named columns, rows of cells.
    layer("Tables"),
    // SHA-256 of bytes, and page names made with it. The only target that imports Crypto.
    layer("ContentHash", [.product(name: "Crypto", package: "swift-crypto")]),
    // What was used: tokens, days, who, which feature. Values only.
    layer("UsageModel"),
    // What tokens cost, exactly: money, rate card, dated rules.
    layer("Pricing", ["UsageModel"]),
    // Text with positions: CSV, YAML, carets, nearest names. The only target that imports Yams.
    layer("SourceText", ["Yams"]),
    // tokenbook.yml and the CSV files: settings, membership, rates, budgets.
    layer("WorkbookFolder", ["UsageModel", "Pricing", "SourceText", "ContentHash"]),
    // Reads usage from the outside world. The only target that opens a metrics file.
    layer("Ingestion", ["UsageModel", "SourceText", "CSimdjson", "CZlib"]),
    // Queries in Kusto's language, from typed parts.
    layer("KustoQuery", ["UsageModel"]),
    // HTTPS requests, streamed. The only target that imports AsyncHTTPClient.
    layer(
      "Transport",
      [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
      ]),
    // Bearer tokens: client secret, certificate, federation, managed identity. The only target that
    // imports CryptoExtras.
    layer(
      "AzureSignIn",
      [
        "UsageModel", "Transport", "ContentHash",
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    // Asks Azure's services for usage, and reads their answers.
    layer("AzureMonitor", ["UsageModel", "KustoQuery", "Transport", "AzureSignIn"]),
    // Keeps usage and charges in SQLite files. The only target that imports GRDB.
    layer(
      "SnapshotStore",
      [
        "UsageModel", "Pricing", "Tables", "ContentHash",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // What SQL cannot do with a table: complete a calendar, top-N and Other, shares, rounding rows.
    layer("Analysis", ["UsageModel", "Pricing", "Tables"]),
    // Draws numbers as SVG. Has never heard of a token.
    layer("Charts"),
    // Markdown templates + tables + charts → HTML pages. The only target that imports cmark.
    layer(
      "Workbook",
      [
        "UsageModel", "Pricing", "Tables", "Analysis", "Charts", "SourceText", "ContentHash",
        "CCmarkGFM",
      ]),
    // Puts finished files in place, all of them or none.
    layer("Publishing", ["CAtomicSwap"]),
    // Shows a site to the person who edits it. The only server.
    layer(
      "Preview",
      [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    // The files of an invented company, for `tokenbook demo`.
    layer("DemoCompany", ["UsageModel"]),
    // The built-in workbook, embedded: the pages, layout and theme of Templates/.
    .target(
      name: "BuiltInTemplates",
      resources: [
        "index.md", "teams.md", "team.md", "months.md", "month.md", "cost_centres.md",
        "cost_centre.md", "features.md", "feature.md", "models.md", "people.md", "data.md",
        "how-we-count.md", "glossary.md", "model.md", "_spending.md", "_spending_tiles.md",
        "_completeness.md", "_ended.md", "layout.html", "theme.css", "tokenbook.js",
      ].map { .embedInCode("Templates/" + $0) },
      swiftSettings: strict),
    // The commands. Connects the targets above; computes nothing itself.
    .executableTarget(
      name: "tokenbook",
      dependencies: [
        "UsageModel", "Pricing", "Tables", "ContentHash", "SourceText", "WorkbookFolder",
        "Ingestion", "KustoQuery", "Transport", "AzureSignIn", "AzureMonitor", "SnapshotStore",
        "Workbook", "Publishing", "Preview", "DemoCompany", "BuiltInTemplates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // simdjson behind a small C interface.
    .target(
      name: "CSimdjson",
      linkerSettings: [.linkedLibrary("simdjson"), .linkedLibrary("stdc++")]),
    // renameat2, which Glibc does not show to Swift.
    .target(name: "CAtomicSwap"),
    // Expands .gz files.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // Seeded random numbers for property tests.
    .target(name: "SeededCases", path: "Tests/SeededCases", swiftSettings: strict),
    tests(of: "Tables"),
    tests(of: "ContentHash"),
    tests(of: "UsageModel"),
    tests(of: "Pricing", ["UsageModel"]),
    tests(of: "SourceText"),
    tests(of: "WorkbookFolder", ["SourceText", "Pricing", "UsageModel"]),
    tests(of: "Ingestion", ["UsageModel", "CSimdjson", "CZlib"]),
    tests(of: "KustoQuery", ["UsageModel"], exclude: ["Golden", "Programs"]),
    tests(
      of: "Transport",
      [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      exclude: ["Programs"]),
    tests(
      of: "AzureSignIn",
      ["Transport", "UsageModel", .product(name: "CryptoExtras", package: "swift-crypto")]),
    tests(of: "AzureMonitor", ["UsageModel"]),
    tests(
      of: "SnapshotStore",
      ["UsageModel", "Pricing", "Tables", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(of: "Analysis", ["UsageModel", "Pricing", "Tables"]),
    tests(of: "Charts", exclude: ["Golden"]),
    tests(
      of: "Workbook", ["SourceText", "Tables", "UsageModel", "Analysis", "WorkbookFolder"],
      exclude: ["Golden"]),
    tests(of: "Publishing"),
    tests(
      of: "Preview",
      [
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    tests(of: "DemoCompany", ["UsageModel"]),
    tests(of: "BuiltInTemplates"),
    // Runs the real executable.
    tests(of: "tokenbook"),
    // How long a chart takes, for `make bench`.
    .executableTarget(
      name: "ChartTimes", dependencies: ["Charts"], path: "Benchmarks/ChartTimes",
      swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
    // Mutated files for every reader, in a program of its own.
    .executableTarget(
      name: "FuzzReaders",
      dependencies: [
        "Ingestion", "AzureMonitor", "SourceText", "UsageModel", "SeededCases",
      ],
      path: "Tests/FuzzReaders", swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzReaders"],
      exclude: ["Corpus", "MetricRecordReaderFuzzer.cpp"],
      swiftSettings: strict),
    // The pages in a real browser.
    .testTarget(
      name: "BrowserTests", dependencies: ["tokenbook"],
      exclude: ["Programs", "requirements.txt"], swiftSettings: strict),
    // The laws of the product, over generated companies.
    .testTarget(
      name: "LawsTests",
      dependencies: [
        "UsageModel", "Pricing", "Tables", "Ingestion", "SnapshotStore", "Workbook",
        "SeededCases", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    // Who may import whom.
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
