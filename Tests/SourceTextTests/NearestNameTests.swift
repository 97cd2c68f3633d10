import SourceText
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("taem", "team"),  // two neighbours swapped
    ("tem", "team"),  // left out
    ("teeam", "team"),  // added
    ("Team", "team"),  // case
    ("valid_form", "valid_from"),
    ("titel", "title"),
    ("currancy", "currency"),
  ])
  func `a slip finds its name`(slip: String, name: String) {
    let names = ["subscription", "team", "title", "currency", "valid_from"]

    #expect(nearestName(to: slip, in: names) == name)
  }

  @Test(arguments: ["beam-me-up", "x", "", "tabulation"])
  func `a different word finds nothing`(word: String) {
    #expect(nearestName(to: word, in: ["subscription", "team", "currency"]) == nil)
  }

  @Test func `of equally near names the first wins`() {
    #expect(nearestName(to: "cat", in: ["bat", "hat"]) == "bat")
  }

  @Test func `without a near name only the list is given`() {
    #expect(suggestion(for: "colour", in: ["a", "b"], of: "keys") == "keys: a, b")
  }
}
