import Foundation
import SeededCases
import Testing

/// Law 9: people only where the company has agreed to it.
@Suite struct PeopleTests {
  private static let key = "this key is a canary too"
  private static let environment = ["TOKENBOOK_PSEUDONYM_KEY": key]
  /// The line that shows people so, from least to most.
  private static let modes = [
    "off": "users: off\n", "groups": "users: groups\n", "pseudonyms": "users: pseudonyms\n",
    "names": SampleWorkbook.agreedUsers,
  ]

  @Test(arguments: UInt64(1)...12)
  func `no name reaches the site or the cache unless names are shown`(seed: UInt64) throws {
    let canaries = Canaries(seed: seed)
    var generator = SplitMix64(seed: seed &+ 2_000)
    let workbook = MadeWorkbook(seed: seed, users: canaries.names)
    let folder = try TemporaryFolder()
    try workbook.write(to: folder, fileCount: 1, &generator)
    try run(["import"], in: folder)
    try #require(canaries.found(in: folder.tree("usage")).count >= 5, "seed \(seed)")

    // Down again, too: what showed more is gone.
    var written = "users: off\n"
    for mode in ["off", "groups", "pseudonyms", "names", "pseudonyms", "groups", "off"] {
      try folder.replace(written, with: Self.modes[mode]!, in: "tokenbook.yml")
      written = Self.modes[mode]!
      try run(["build"], in: folder)

      let page = ["people": try folder.bytes("site/people/index.html")]
      if mode == "names" {
        #expect(canaries.found(in: page).count == canaries.names.count, "seed \(seed)")
        continue
      }
      for output in ["site", "site.previous", ".tokenbook"] where folder.holds(output) {
        #expect(canaries.found(in: try folder.tree(output)) == [], "\(mode), seed \(seed)")
      }
    }

    for (path, bytes) in try folder.tree() {
      #expect(bytes.range(of: Data(Self.key.utf8)) == nil, "the key is in \(path), seed \(seed)")
    }
  }

  @Test(arguments: [
    ("off", "<strong>users: off</strong>", 0), ("groups", "6 people", 1),
    ("pseudonyms", "People under pseudonyms", 6),
    ("names", "<strong>Works agreement, 2026-01-01</strong>", 6),
  ])
  func `each mode has a page that says so`(mode: String, sentence: String, rows: Int) throws {
    let folder = try sixPeople()
    try folder.write(Self.modes[mode]! + SampleWorkbook.settings, to: "tokenbook.yml")

    try run(["build"], in: folder)

    #expect(try folder.read("site/people/index.html").contains(sentence))
    let people = try folder.tokenbook(
      ["query", "select distinct user from people", "--format", "csv"],
      environment: Self.environment)
    #expect(people.output.split(separator: "\n").count == 1 + rows, "\(people.output)")
  }

  @Test(arguments: ["off", "groups", "pseudonyms"])
  func `no name stays where less of people is shown`(mode: String) throws {
    let folder = try sixPeople()
    try folder.write(Self.modes["names"]! + SampleWorkbook.settings, to: "tokenbook.yml")
    try run(["build"], in: folder)
    try run(["build"], in: folder)
    let name = Data("anna.smith".utf8)
    try #require(folder.bytes("site.previous/people/index.html").range(of: name) != nil)

    try folder.write(Self.modes[mode]! + SampleWorkbook.settings, to: "tokenbook.yml")
    try run(["build"], in: folder)

    #expect(!folder.holds("site.previous"))
    for output in ["site", ".tokenbook"] {
      let named = try folder.tree(output).filter { $0.value.range(of: name) != nil }
      #expect(named.keys.sorted() == [])
    }
  }

  @Test func `the site before stays where more of people is shown`() throws {
    let folder = try sixPeople()
    for mode in ["off", "groups", "pseudonyms", "names"] {
      try folder.write(Self.modes[mode]! + SampleWorkbook.settings, to: "tokenbook.yml")
      try run(["build"], in: folder)
      #expect(folder.holds("site.previous") == (mode != "off"), "\(mode)")
    }
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

  @Test(arguments: ["off", "groups", "pseudonyms"])
  func `a page that prints a name is refused and the site stays`(mode: String) throws {
    let folder = try sixPeople()
    try folder.write(Self.modes[mode]! + SampleWorkbook.settings, to: "tokenbook.yml")
    try run(["build"], in: folder)
    let before = try folder.tree("site")
    try folder.write(
      "---\ntitle: Planted\n---\n\n## anna.smith spent it all\n", to: "Templates/planted.md")

    let outcome = try folder.tokenbook(["build"], environment: Self.environment)

    #expect(outcome.status == 78)
    #expect(outcome.errors.contains("planted/index.html: the user 'anna.smith' is named"))
    #expect(differences(before, try folder.tree("site")) == [])
  }

  @Test(arguments: [
    ("build", nil, "'users: pseudonyms' needs a key in TOKENBOOK_PSEUDONYM_KEY"),
    (
      "check", "fifteen letters",
      "the key in TOKENBOOK_PSEUDONYM_KEY has 15 bytes, fewer than 16"
    ),
  ])
  func `pseudonyms without a good key are refused`(
    command: String, key: String?, problem: String
  ) throws {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree("site")
    try folder.write(Self.modes["pseudonyms"]! + SampleWorkbook.settings, to: "tokenbook.yml")

    let outcome = try folder.tokenbook(
      [command], environment: key.map { ["TOKENBOOK_PSEUDONYM_KEY": $0] } ?? [:])

    #expect(
      outcome.errors == """
        error: \(problem)
          fix: type: export TOKENBOOK_PSEUDONYM_KEY="$(openssl rand -hex 32)", and keep the key: \
        with another one everybody gets another pseudonym

        """)
    #expect(outcome.status == 78)
    #expect(differences(before, try folder.tree("site")) == [])
  }

  @Test func `another key gives other pseudonyms`() throws {
    let folder = try sixPeople()
    try folder.write(Self.modes["pseudonyms"]! + SampleWorkbook.settings, to: "tokenbook.yml")

    let pseudonyms = try [Self.key, "another key of many bytes", Self.key].map { key in
      try folder.tokenbook(
        ["query", "select distinct user from people", "--format", "csv"],
        environment: ["TOKENBOOK_PSEUDONYM_KEY": key]
      ).output.split(separator: "\n").dropFirst()
    }

    #expect(pseudonyms[0] == pseudonyms[2])
    #expect(Set(pseudonyms[0]).isDisjoint(with: pseudonyms[1]))
    for pseudonym in pseudonyms.joined() {
      #expect(pseudonym.wholeMatch(of: /u-[0-9a-z]{6}/) != nil, "\(pseudonym)")
    }
  }

  /// A workbook whose team is six people.
  private func sixPeople() throws -> TemporaryFolder {
    let folder = try SampleWorkbook.written()
    let names = ["anna.smith", "ben.jones", "cleo.brown", "dan.white", "eva.green", "fay.black"]
    let lines = names.map { "2026-10-01 08:00:00,sub-web,\($0),1000,200\n" }.joined()
    try folder.write("time,subscription,user,prompt,completion\n" + lines, to: "usage.csv")
    try run(["import"], in: folder)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws {
    let outcome = try folder.tokenbook(arguments, environment: Self.environment)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(!(outcome.output + outcome.errors).contains(Self.key))
  }
}
