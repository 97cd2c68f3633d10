import Testing

@testable import SnapshotStore

/// The expected names were computed with Python's hmac module.
@Suite struct PseudonymsTests {
  static let key = PseudonymKey(Array("0123456789abcdef".utf8))!

  @Test func `a user has one name a year, and another the next`() {
    var pseudonyms = Pseudonyms(Self.key)

    let names = [("ann", 2026), ("bob", 2026), ("ann", 2026), ("ann", 2027)].map { user, year in
      pseudonyms.pseudonym(of: user, in: year)
    }

    #expect(names == ["u-7gh2gq", "u-7n3g3t", "u-7gh2gq", "u-f7st65"])
  }

  @Test func `another key gives other names`() {
    var pseudonyms = Pseudonyms(PseudonymKey(Array("fedcba9876543210".utf8))!)

    #expect(pseudonyms.pseudonym(of: "ann", in: 2026) == "u-hyf55g")
  }

  @Test func `usage that names nobody stays unknown`() {
    var pseudonyms = Pseudonyms(Self.key)

    #expect(pseudonyms.pseudonym(of: "unknown", in: 2026) == "unknown")
  }

  @Test func `of two users whose names begin alike the later one has a longer name`() {
    var pseudonyms = Pseudonyms(Self.key)
    var reversed = Pseudonyms(Self.key)

    let names = ["user-17370", "user-114211", "user-17370"].map {
      pseudonyms.pseudonym(of: $0, in: 2026)
    }
    let reversedNames = ["user-114211", "user-17370"].map {
      reversed.pseudonym(of: $0, in: 2026)
    }

    #expect(names == ["u-gtqdr2", "u-gtqdr2m", "u-gtqdr2"])
    #expect(reversedNames == ["u-gtqdr2", "u-gtqdr27"])
  }

  @Test func `a key has at least 16 bytes`() {
    #expect(PseudonymKey(Array("0123456789abcde".utf8)) == nil)
  }

  @Test func `a key is not printed`() {
    var dumped = ""
    dump(ShownPeople.pseudonyms(Self.key), to: &dumped)
    let printed = ["\(Self.key)", String(reflecting: ShownPeople.pseudonyms(Self.key)), dumped]

    for text in printed {
      #expect(text.contains("a key that is not shown"))
      #expect(!text.contains("0123456789abcdef"))
      #expect(!text.contains("48, 49, 50"))
      #expect(!text.contains("48\n"))
    }
  }
}
