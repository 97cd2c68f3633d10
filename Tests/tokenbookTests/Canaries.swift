import SeededCases
import Foundation

/// User names that stand nowhere else, some of them hostile, and the search for them.
struct Canaries {
  let names: [String]

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed &+ 5_000)
    names = Self.shapes.map { shape in
      let unique = String(generator.next() | 1 << 60, radix: 16)
      return shape.replacing("#", with: unique)
    }
  }

  private static let shapes = [
    "#", "anna.#@contoso.example", "<script>#</script>", "[#](javascript:1)", "=cmd|'/C #'!A0",
    "#&amp;#", "\"# onmouseover=\"x", "Ünï #", "#/../#", "Ω<&\"'#",
  ]

  /// The places where a name stands, raw or escaped, as `path: name`.
  func found(in tree: [String: Data]) -> [String] {
    tree.keys.sorted().flatMap { path in
      names.filter { name in
        spellings(of: name).contains { spelling in
          path.contains(spelling) || tree[path]?.range(of: Data(spelling.utf8)) != nil
        }
      }.map { "\(path): \($0)" }
    }
  }
}

/// A name as it is, as it stands in HTML, and as it stands in an address.
func spellings(of name: String) -> [String] {
  var inHTML = name
  for (plain, escaped) in [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ] {
    inHTML = inHTML.replacing(plain, with: escaped)
  }
  let inAddress = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
  return [name, inHTML] + (inAddress.map { [$0] } ?? [])
}
