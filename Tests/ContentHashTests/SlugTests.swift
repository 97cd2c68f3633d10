import ContentHash
import Testing

@Suite struct SlugTests {
  static let slugs = [
    ("sales", "sales"),
    ("team-7", "team-7"),
    ("Sales", "sales-8de4e0"),
    ("a b", "a-b-c8687a"),
    ("", "-e3b0c4"),
    ("index", "index-1bc04b"),
    ("com7", "com7-31ba60"),
    ("com0", "com0"),
    ("../x", "---x-d6b96a"),
  ]

  @Test(arguments: slugs)
  func `a slug is the id, with a mark where anything had to change`(id: String, expected: String) {
    #expect(slug(of: id) == expected)
  }

  @Test func `a long id keeps within 64 characters`() {
    let fitting = String(repeating: "a", count: 64)

    #expect(slug(of: fitting) == fitting)
    #expect(slug(of: fitting + "a").utf8.count == 64)
    #expect(slug(of: fitting + "a") != slug(of: fitting + "b"))
  }
}
