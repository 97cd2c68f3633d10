import SeededCases
import Testing

@testable import Publishing

/// The tokens of a page in short: `<name attribute=value …>`, `</name>` and text.
private func tokens(_ html: String) -> [String] {
  var scanner = HTMLScanner(Array(html.utf8))
  var tokens: [String] = []
  while let token = scanner.next() {
    switch token {
    case .startTag(let name):
      let attributes = scanner.attributes.map {
        " \(scanner.text(of: $0.name))=" + decodingEntities(scanner.bytes[$0.value])
      }
      tokens.append("<\(scanner.text(of: name))\(attributes.joined())>")
    case .endTag(let name): tokens.append("</\(scanner.text(of: name))>")
    case .text(let range): tokens.append(String(decoding: scanner.bytes[range], as: UTF8.self))
    }
  }
  return tokens
}

@Suite struct HTMLScannerTests {
  @Test(arguments: [
    ("<p>one</p>", ["<p>", "one", "</p>"]),
    ("<A HREF='x.html'>", ["<a href=x.html>"]),
    ("<a href=x.html id=y>", ["<a href=x.html id=y>"]),
    ("<a title=\"a > b\" href = \"x\">", ["<a title=a > b href=x>"]),
    ("<input disabled value=''>", ["<input disabled= value=>"]),
    ("<br/><rect x=\"1\"/>", ["<br>", "<rect x=1>"]),
    ("<!-- <p id=\"no\"> -->yes", ["yes"]),
    ("<!doctype html><?xml?><p>", ["<p>"]),
    ("1 < 2 <3", ["1 < 2 <3"]),
    ("<script>if (a<b) '</p>'</script><p>", ["<script>", "if (a<b) '</p>'", "</script>", "<p>"]),
    ("<style>a>b{}</STYLE>", ["<style>", "a>b{}", "</style>"]),
    ("<script></script>", ["<script>", "</script>"]),
    ("<a href='?a=1&amp;b=&#39;&#x27;&quot;&lt;&nbsp;&'>", ["<a href=?a=1&b=''\"<&nbsp;&>"]),
    ("<p", ["<p>"]),
    ("<p id=\"a", ["<p id=a>"]),
    ("<", ["<"]),
    ("<!--", []),
    ("<script>a", ["<script>", "a"]),
    ("", []),
  ])
  func `a page is read as tags and text`(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test func `every page ends, however broken`() {
    let alphabet = Array("<>/=\"'!-ap &;#x".utf8)
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let bytes = (0..<60).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }

      var scanner = HTMLScanner(bytes)
      var count = 0
      while scanner.next() != nil { count += 1 }

      #expect(count <= bytes.count, "seed \(seed)")
    }
  }
}
