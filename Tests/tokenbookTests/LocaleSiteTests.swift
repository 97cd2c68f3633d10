import Foundation
import Testing

/// A site in the notation of another language; its numbers are the same.
@Suite struct LocaleSiteTests {
  /// The sample's two days, 5,000 € dearer.
  private static let british: Result<TemporaryFolder, any Error> = Result {
    let folder = try SampleWorkbook.written()
    try folder.write(
      SampleWorkbook.usage + "2026-10-02 10:00:00,sub-web,bob,2000000000,0\n", to: "usage.csv")
    for command in ["import", "build"] {
      let outcome = try folder.tokenbook([command])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    return folder
  }

  @Test(arguments: [
    (
      "en-GB", "data-decimal=\".\" data-group=\",\"", "€5,000.02", "2 October 2026", "2 Oct 2026",
      "2,000,004,600 tokens"
    ),
    (
      "de-DE", "data-decimal=\",\" data-group=\".\"", "5.000,02 €", "2. Oktober 2026",
      "02.10.2026", "2.000.004.600 tokens"
    ),
    (
      "fr-FR", "data-decimal=\",\" data-group=\"\u{202F}\"", "5\u{202F}000,02 €",
      "2 octobre 2026", "2 oct. 2026", "2\u{202F}000\u{202F}004\u{202F}600 tokens"
    ),
  ])
  func `amounts, dates and what scripts need are written as its language does`(
    locale: String, attributes: String, amount: String, date: String, shortDate: String,
    tokens: String
  ) throws {
    let site = try site(locale)

    for (path, bytes) in site where path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      let root = toRoot(from: path)
      #expect(
        html.contains(
          "\n<html lang=\"en\" data-root=\"\(root.isEmpty ? "./" : root)\""
            + " data-as-of=\"2026-10-02\" \(attributes) data-search="), "\(path)")
      #expect(plain(html).contains("<span>Complete to \(shortDate)</span>"), "\(path)")
    }
    let front = plain(try PublishedPage("index.html", of: site).text)
    #expect(front.contains("We spent \(amount) so far in"), "\(front)")
    let team = plain(try PublishedPage("teams/web/index.html", of: site).main)
    #expect(team.contains("<dd class=\"tile-value\">\(amount)</dd>"))
    #expect(team.contains("The data is complete to <strong>\(date)</strong>"))
    let prices = plain(try PublishedPage("how-we-count/index.html", of: site).text)
    #expect(prices.contains(amount.contains(",02") ? "2,50" : "2.50"), "\(prices)")
  }

  @Test(arguments: ["de-DE", "fr-FR"])
  func `files for programs have the same bytes in every language`(locale: String) throws {
    let british = try site("en-GB")
    let other = try site(locale)

    #expect(british.keys.sorted() == other.keys.sorted())
    try #require(british.keys.filter { $0.hasSuffix(".csv") }.count > 20)
    let changed = differences(british, other).map { $0.prefix { $0 != "," } }
    // The search names pages as they name themselves, months included.
    #expect(
      changed.filter { !$0.hasSuffix(".html") && $0 != "build.json" } == ["assets/search.js"])
    #expect(changed.contains("index.html"))
  }

  @Test(arguments: ["de-DE", "fr-FR"])
  func `the exact numbers behind the text are the same in every language`(locale: String) throws {
    let british = try site("en-GB")

    for (path, bytes) in try site(locale) where path.hasSuffix(".html") {
      #expect(exactNumbers(bytes) == exactNumbers(british[path] ?? Data()), "\(path)")
    }
  }

  /// `4,6 Tsd.` and `1er oct.` end in a full stop of their own.
  @Test(arguments: ["en-GB", "de-DE", "fr-FR"])
  func `no sentence ends in two full stops`(locale: String) throws {
    let site = try site(locale)

    for path in site.keys.sorted() where path.hasSuffix(".html") {
      let text = try PublishedPage(path, of: site).text
      let doubled = text.matches(of: /\S+ ?\S*\.\.(?!\.)/).map { String($0.output) }
      #expect(doubled == [], "\(path)")
    }
  }

  private func site(_ locale: String) throws -> [String: Data] {
    let original = try Self.british.get()
    guard locale != "en-GB" else { return try original.tree("site") }
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: original.path) {
      try FileManager.default.copyItem(
        at: original.url.appending(path: name), to: folder.url.appending(path: name))
    }
    try folder.write(SampleWorkbook.settings + "locale: \(locale)\n", to: "tokenbook.yml")
    let outcome = try folder.tokenbook(["build"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try folder.tree("site")
  }
}

/// With spaces that may break.
private func plain(_ text: String) -> String {
  text.replacing("\u{A0}", with: " ")
}

private func exactNumbers(_ html: Data) -> [String] {
  String(decoding: html, as: UTF8.self).matches(of: /data-value="(-?\d+)"/)
    .map { String($0.output.1) }
}
