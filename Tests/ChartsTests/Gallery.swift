/// A page with every golden picture once, in the theme its reader chooses.
struct Gallery {
  struct Picture {
    /// The golden file without its extension; unique on the page.
    let name: String
    /// The contents of the golden file.
    let file: String
  }

  /// The first part of a name says the kind. What has none of these is a stacked column chart, the
  /// kind that came first.
  private static let kinds: [(prefix: String, title: String)] = [
    ("area", "Stacked areas"), ("columns", "Columns"), ("lines", "Lines"),
    ("burn-up", "Running totals"), ("waterfall", "Waterfalls"), ("bars", "Bars"),
    ("bullets", "Bullets"), ("calendar", "Calendars"), ("multiples", "Small multiples"),
    ("spark", "Sparklines"), ("budget", "Budget bars"),
  ]

  /// In the order of the page within their kind.
  let pictures: [Picture]

  private struct Section {
    let id: String
    let title: String
    let pictures: [Picture]
  }

  private var sections: [Section] {
    let first = Section(
      id: "kind-stacked-columns", title: "Stacked columns",
      pictures: pictures.filter { picture in
        !Self.kinds.contains { Self.isKind($0.prefix, picture.name) }
      })
    let others = Self.kinds.map { kind in
      Section(
        id: "kind-\(kind.prefix)", title: kind.title,
        pictures: pictures.filter { Self.isKind(kind.prefix, $0.name) })
    }
    return ([first] + others).filter { !$0.pictures.isEmpty }
  }

  var html: String {
    let links = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Tokenbook: every chart in every theme</title>
      <link rel="stylesheet" href="../../Templates/theme.css">
      <link rel="stylesheet" href="gallery.css">
      </head>
      <body>
      <header>
      <h1>Every chart in every theme</h1>
      <p>The golden files of <code>Tests/ChartsTests/Golden</code>, each under its name.</p>
      <fieldset class="themes">
      <legend>Theme</legend>
      \(Self.choice("light", "Light", isChecked: true))
      \(Self.choice("dark", "Dark"))
      \(Self.choice("forced", "Forced colours, approximately"))
      \(Self.choice("print", "Print, without colour"))
      </fieldset>
      <nav aria-label="Kinds of chart">
      <ul class="kinds">
      \(links.joined(separator: "\n"))
      </ul>
      </nav>
      </header>
      <main tabindex="0">
      \(sections.map(Self.html).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private static func isKind(_ prefix: String, _ name: String) -> Bool {
    name.hasPrefix(prefix + "-")
  }

  private static func choice(_ id: String, _ label: String, isChecked: Bool = false) -> String {
    let checked = isChecked ? " checked" : ""
    return
      #"<label><input type="radio" name="theme" id="theme-\#(id)"\#(checked)> \#(label)</label>"#
  }

  private static func html(of section: Section) -> String {
    """
    <section class="kind" id="\(section.id)">
    <h2>\(section.title)</h2>
    <div class="pictures">
    \(section.pictures.map(\.html).joined(separator: "\n"))
    </div>
    </section>
    """
  }
}

extension Gallery.Picture {
  fileprivate var html: String {
    """
    <figure class="picture">
    <figcaption id="\(name)-caption">\(caption)</figcaption>
    \(drawing)</figure>
    """
  }

  /// `bars-negative-wide` as *Bars negative wide*.
  private var caption: String {
    let words = name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The drawing as part of a page: named by its caption, its ids under the name of its file.
  private var drawing: String {
    file.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .joined(separator: "\n")
      .replacing(#" xmlns="http://www.w3.org/2000/svg""#, with: "")
      .replacing(#" aria-labelledby="title""#, with: #" aria-labelledby="\#(name)-caption""#)
      .replacing(#" aria-describedby="summary""#, with: "")
      .replacing(#" id=""#, with: #" id="\#(name)-"#)
      .replacing("url(#", with: "url(#\(name)-")
  }
}
