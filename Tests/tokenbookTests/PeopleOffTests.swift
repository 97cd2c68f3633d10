import SeededCases
import Foundation
import Testing

/// Law 9: people only where the company has agreed to it.
@Suite struct PeopleOffTests {
  @Test(arguments: UInt64(1)...25)
  func `no name reaches the site unless people are shown`(seed: UInt64) throws {
    let canaries = Canaries(seed: seed)
    var generator = SplitMix64(seed: seed &+ 2_000)
    let workbook = MadeWorkbook(seed: seed, users: canaries.names)
    let folder = try TemporaryFolder()
    try workbook.write(to: folder, fileCount: 1, &generator)
    try run(["import"], in: folder)
    try #require(canaries.found(in: folder.tree("usage")).count >= 5, "seed \(seed)")

    try run(["build"], in: folder)

    #expect(canaries.found(in: try folder.tree("site")) == [], "seed \(seed)")
    let cache = ["charges.sqlite": try folder.bytes(".tokenbook/charges.sqlite")]
    #expect(canaries.found(in: cache) == [], "seed \(seed)")

    try folder.replace(
      "users: off\n", with: SampleWorkbook.agreedUsers, in: "tokenbook.yml")
    try run(["build"], in: folder)

    let people = ["people": try folder.bytes("site/people/index.html")]
    #expect(canaries.found(in: people).count == canaries.names.count, "seed \(seed)")
  }

  @Test func `no name stays where people are no longer shown`() throws {
    let folder = try SampleWorkbook.imported()
    let settings = try folder.read("tokenbook.yml")
    try folder.replace("ann", with: "anna.smith", in: "usage.csv")
    try run(["import", "--replace"], in: folder)
    try folder.write(SampleWorkbook.agreedUsers + settings, to: "tokenbook.yml")
    try run(["build"], in: folder)
    let name = Data("anna.smith".utf8)
    try #require(folder.bytes("site/people/index.html").range(of: name) != nil)

    try folder.write(settings, to: "tokenbook.yml")
    try run(["build"], in: folder)

    let named = try folder.tree("site").filter { $0.value.range(of: name) != nil }
    #expect(named.keys.sorted() == [])
    #expect(try folder.bytes(".tokenbook/charges.sqlite").range(of: name) == nil)
  }

  @Test func `a name that stands in a page is found in every spelling`() {
    let canaries = Canaries(seed: 1)
    let name = canaries.names[2]

    for spelling in spellings(of: name) {
      let tree = ["index.html": Data("<p>by \(spelling).</p>".utf8)]
      #expect(canaries.found(in: tree) == ["index.html: \(name)"], "\(spelling)")
    }
    #expect(canaries.found(in: ["index.html": Data("<p>by somebody</p>".utf8)]) == [])
  }

  @Test func `a page that prints a name is refused and the site stays`() throws {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree("site")
    try folder.replace("ann", with: "anna.smith", in: "usage.csv")
    try run(["import", "--replace"], in: folder)
    try folder.write(
      "---\ntitle: Planted\n---\n\n## anna.smith spent it all\n", to: "Templates/planted.md")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 78)
    #expect(outcome.errors.contains("planted/index.html: the user 'anna.smith' is named"))
    #expect(differences(before, try folder.tree("site")) == [])
  }
}

private func run(_ arguments: [String], in folder: TemporaryFolder) throws {
  let outcome = try folder.tokenbook(arguments)
  try #require(outcome.status == 0, "\(outcome.errors)")
}
