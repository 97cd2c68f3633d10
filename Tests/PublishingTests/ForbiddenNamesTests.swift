import SeededCases
import Testing

@testable import Publishing

@Suite struct ForbiddenNamesTests {
  @Test(arguments: [
    ("by anna@example.com.", "anna@example.com"),
    ("teams/anna%40example.com", "anna@example.com"),
    ("<td>&lt;b&gt;O&#39;Neil&lt;/b&gt;</td>", "<b>O'Neil</b>"),
    ("<td>&lt;b&gt;O&apos;Neil&lt;/b&gt;</td>", "<b>O'Neil</b>"),
    ("a href=\"%3Cb%3EO%27Neil%3C%2Fb%3E\"", "<b>O'Neil</b>"),
    ("a href=\"%3cb%3eO%27Neil%3c/b%3e\"", "<b>O'Neil</b>"),
    ("a href=\"a&amp;b%20c\"", "a&b c"),
    ("{\"user\":\"say \\\"hi\\\"\"}", "say \"hi\""),
    ("\"say \"\"hi\"\"\",3", "say \"hi\""),
    ("\"ann \"\"\u{301}x\",3", "ann \"\u{301}x"),
    ("{\"user\":\"\\u003cb\\u003ex\"}", "<b>x"),
    ("für jürgen", "jürgen"),
    ("f&#252;r j&#xFC;rgen", "jürgen"),
    ("100%25 sure, 5 % & more", "100% sure"),
    ("literally 100%25 sure", "100%25 sure"),
  ])
  func `a name is found however it is written`(text: String, name: String) {
    #expect(ForbiddenNames([name]).occurring(in: Array(text.utf8)) == [name])
  }

  @Test func `several names are found in the order of the file`() {
    let names = ForbiddenNames(["user-1", "user-22", "nobody", "zz-last"])

    #expect(
      names.occurring(in: Array("zz-last user-22 user-1 user-22".utf8)) == [
        "zz-last", "user-22", "user-1",
      ])
  }

  @Test func `names of fewer than four bytes are counted, not looked for`() {
    let names = ForbiddenNames(["a", "abc", "abcd", "a"])

    #expect(names.tooShort == 2)
    #expect(names.occurring(in: Array("abc".utf8)) == [])
    #expect(names.occurring(in: Array("x abcd".utf8)) == ["abcd"])
  }

  @Test func `a name inside a longer word is not that name`() {
    let names = ForbiddenNames(["anne", "annebel", "u-3f"])

    #expect(names.occurring(in: Array("joanne annes anne2".utf8)) == [])
    #expect(names.occurring(in: Array("<td>annebel</td>".utf8)) == ["annebel"])
    #expect(names.occurring(in: Array("(anne), u-3f".utf8)) == ["anne", "u-3f"])
  }

  @Test func `a name is found near escapes and between them as in a file without any`() {
    let pieces = [("a", "a"), ("b", "b"), ("-", "-"), ("&", "&"), ("&#97;", "a"), ("%62", "b")]
    for seed in UInt64(0)..<400 {
      var random = SplitMix64(seed: seed)
      let names = (0..<6).map { _ in
        String((0..<4 + Int(random.next() % 3)).map { _ in "ab-".randomElement(using: &random)! })
      }
      let chosen = (0..<60).map { _ in
        // Long stretches without an escape stand between some with many.
        pieces[Int(random.next() % (random.next() % 4 == 0 ? 6 : 3))]
      }
      let (written, read) = (chosen.map(\.0).joined(), chosen.map(\.1).joined())

      let found = ForbiddenNames(names).occurring(in: Array(written.utf8))

      let expected = Set(names).filter { isWord($0, in: written) || isWord($0, in: read) }
      #expect(Set(found) == expected, "seed \(seed)")
    }
  }

  @Test func `one pass finds what a plain search finds`() {
    let alphabet = Array("ab".utf8)
    for seed in UInt64(0)..<200 {
      var random = SplitMix64(seed: seed)
      func word(_ length: Int) -> String {
        String(decoding: (0..<length).map { _ in alphabet[Int(random.next() % 2)] }, as: UTF8.self)
      }
      let names = (0..<8).map { _ in word(4 + Int(random.next() % 4)) }
      let words = (0..<12).map { _ in word(3 + Int(random.next() % 5)) }
      let text = words.joined(separator: " ")

      let found = ForbiddenNames(names).occurring(in: Array(text.utf8))

      #expect(Set(found) == Set(names).intersection(words), "seed \(seed)")
    }
  }

  @Test func `a named user is a problem in any file and in a path`() throws {
    let found = try problems(
      in: ["a.html": page("anna@example.com"), "b.csv": "anna@example.com,3", "bob-1.csv": ""],
      forbidding: ["anna@example.com", "bob-1"])

    let remedy = "show no people, or allow it with `users:` in tokenbook.yml"
    #expect(
      found == [
        "a.html: the user 'anna@example.com' is named; \(remedy)",
        "b.csv: the user 'anna@example.com' is named; \(remedy)",
        "bob-1.csv: the user 'bob-1' is named in the file's path; \(remedy)",
      ])
  }
}

/// Whether `name` stands in `text` with no letter or digit joined to its own.
private func isWord(_ name: String, in text: String) -> Bool {
  let (name, text) = (Array(name.utf8), Array(text.utf8))
  func isInside(_ left: Int, _ right: Int) -> Bool {
    guard left >= 0, right < text.count else { return false }
    return isLetterOrDigit(text[left]) && isLetterOrDigit(text[right])
  }
  return text.indices.contains { start in
    let end = start + name.count
    return text[start...].starts(with: name) && !isInside(start - 1, start)
      && !isInside(end - 1, end)
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
