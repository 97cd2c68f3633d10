import Foundation
import Testing

/// `docs/gallery` is made from the golden files: after recording some of those, record once more.
@Suite struct GalleryTests {
  private let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func gallery() throws -> Gallery {
    let folder = root.appending(path: "Tests/ChartsTests/Golden")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".svg") && !$0.contains(".actual.") }
      .map { String($0.dropLast(".svg".count)) }
    return Gallery(
      pictures: try names.sorted().map { name in
        Gallery.Picture(
          name: name,
          file: try String(contentsOf: folder.appending(path: "\(name).svg"), encoding: .utf8))
      })
  }

  private func theme() throws -> GalleryTheme {
    GalleryTheme(
      styleSheet: try String(
        contentsOf: root.appending(path: "Templates/theme.css"), encoding: .utf8))
  }

  @Test func `the gallery shows every golden picture`() throws {
    try expectContents(
      try gallery().html, of: root.appending(path: "docs/gallery/index.html"))
  }

  @Test func `the gallery has the colours of the theme`() throws {
    let theme = try theme()

    #expect(theme.isComplete)
    try expectContents(theme.css, of: root.appending(path: "docs/gallery/gallery.css"))
  }

  @Test func `ids are unique over the gallery, and every reference meets one`() throws {
    let html = try gallery().html
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    let references =
      html.matches(of: /url\(#([^)]*)\)/).map { String($0.output.1) }
      + html.matches(of: /(?:href="#|aria-labelledby=")([^"]*)"/).map { String($0.output.1) }

    #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    #expect(Set(references).subtracting(ids).sorted() == [])
  }

  @Test func `a picture stands in the gallery once, under the words of its name`() {
    let gallery = Gallery(pictures: [
      .init(
        name: "bars-one",
        file: """
          <?xml-stylesheet href="look.css"?>
          <svg xmlns="http://www.w3.org/2000/svg" class="wide" aria-labelledby="title" \
          aria-describedby="summary">
          <pattern id="a-gap"/>
          <rect fill="url(#a-gap)"/>
          </svg>

          """)
    ])

    #expect(
      gallery.html.contains(
        """
        <figure class="picture">
        <figcaption id="bars-one-caption">Bars one</figcaption>
        <svg class="wide" aria-labelledby="bars-one-caption">
        <pattern id="bars-one-a-gap"/>
        <rect fill="url(#bars-one-a-gap)"/>
        </svg>
        </figure>
        """))
  }
}
