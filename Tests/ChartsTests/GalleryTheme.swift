/// The colours of the theme by choice instead of by the reader's settings, taken from the style
/// sheet of the workbook.
struct GalleryTheme {
  private let light: [Token]
  private let dark: [Token]
  private let forced: [Token]

  private struct Token {
    let name: Substring
    let value: Substring
  }

  /// - Parameter styleSheet: Templates/theme.css.
  init(styleSheet: String) {
    let all = Self.tokens(ofRootAfter: "", in: styleSheet)
    dark = Self.tokens(ofRootAfter: "prefers-color-scheme: dark", in: styleSheet)
    forced = Self.tokens(ofRootAfter: "forced-colors: active", in: styleSheet)
    // Only colours change; the sizes of the page stay those of the window.
    let colours = Set(dark.map(\.name) + forced.map(\.name))
    light = all.filter { colours.contains($0.name) }
  }

  /// What the first `:root { … }` behind `start` declares.
  private static func tokens(ofRootAfter start: String, in styleSheet: String) -> [Token] {
    let rest = styleSheet[
      (styleSheet.firstRange(of: start)?.upperBound ?? styleSheet.startIndex)...]
    guard let block = rest.firstMatch(of: /:root \{([^}]*)\}/)?.output.1 else { return [] }
    return block.matches(of: /(--[a-z0-9-]+): ([^;]*);/).map {
      Token(name: $0.output.1, value: $0.output.2)
    }
  }

  var isComplete: Bool { !light.isEmpty && !dark.isEmpty && !forced.isEmpty }

  /// The style sheet of the gallery.
  var css: String {
    """
    /* Made from Templates/theme.css by Tests/ChartsTests/GalleryTests.swift. */

    \(rule("light", scheme: "light", light))

    \(rule("dark", scheme: "dark", dark))

    /* The colours a high-contrast theme might have: those of this browser on a dark ground. */
    \(rule("forced", scheme: "dark", forced))

    \(rule("print", scheme: "light", light))

    :root:has(#theme-print:checked) .picture > svg {
      filter: grayscale(1);
    }

    \(Self.layout)
    """
  }

  private func rule(_ choice: String, scheme: String, _ tokens: [Token]) -> String {
    let declarations =
      ["color-scheme: \(scheme);"] + tokens.map { "\($0.name): \($0.value);" }
    return ":root:has(#theme-\(choice):checked) {\n"
      + declarations.map { "  \($0)\n" }.joined() + "}"
  }

  private static let layout = """
    body {
      max-width: 1076px;
      margin-inline: auto;
      padding: 26px;
    }

    .themes,
    .kinds {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 22px;
      margin: 22px 0 0;
      padding: 0;
      border: 0;
      list-style: none;
    }

    .themes legend {
      padding: 0;
      font-weight: 600;
    }

    .kind {
      margin-top: 44px;
      padding-top: 14px;
      border-top: var(--rule);
    }

    .kind h2 {
      font: 400 1.4375rem / 1.8125rem var(--serif);
    }

    .pictures {
      display: flex;
      flex-wrap: wrap;
      gap: 36px 56px;
      margin-top: 22px;
    }

    /* On a phone the large drawings are moved, not made smaller. */
    main {
      overflow-x: auto;
    }

    .picture > figcaption {
      color: var(--ink-2);
      font-size: 0.8125rem;
    }

    .picture > svg {
      display: block;
    }

    .picture > svg.wide {
      width: 672px;
    }

    .picture > svg.narrow {
      width: 282px;
    }

    """
}
