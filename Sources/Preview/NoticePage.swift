/// A page of the preview's own, in place of the site's.
struct NoticePage {
  static let stylesheetPath = "/_preview/notice.css"

  let title: String
  /// Shown line by line, as in a terminal.
  let text: String

  static let building = NoticePage(
    title: "The first build is running", text: "The page appears when it is done.")

  static let noPage = NoticePage(
    title: "There is no such page", text: "The workbook's templates make none with this address.")

  static func mistakes(_ mistakes: BuildMistakes) -> NoticePage {
    NoticePage(title: mistakes.summary, text: mistakes.text)
  }

  func html(state: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escaped(title))</title>
      <link rel="stylesheet" href="\(NoticePage.stylesheetPath)">
      \(ReloadScript.element(state: state))
      </head>
      <body>
      <main>
      <h1>\(escaped(title))</h1>
      <pre tabindex="0">\(escaped(text))</pre>
      </main>
      </body>
      </html>

      """.utf8)
  }

  /// The colours of the built-in theme, without its files: those may be what is mistaken.
  static let stylesheet = """
    :root { color-scheme: light dark; --paper: #ffffff; --tint: #f1f5f0; --ink: #16211e;
      --ledger: #8fafa3; --problem: #a3201d; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #131716; --tint: #1a201e; --ink: #e6ece9; --ledger: #4f6b61;
        --problem: #ff9c92; }
    }
    html { background: var(--tint); padding-left: 12px; }
    body { box-sizing: border-box; min-height: 100vh; margin: 0; padding: 36px 16px 36px 32px;
      background: var(--paper); color: var(--ink); border-left: 4px double var(--ledger);
      font: 0.9375rem/1.5 "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
    h1 { margin: 0 0 14px; color: var(--problem); font-size: 0.9375rem; line-height: 1.25rem;
      font-weight: 600; }
    pre { margin: 0; padding: 14px 0; overflow-x: auto; border-top: 1px solid var(--ink);
      font: 0.875rem/1.5 ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }

    """
}

private func escaped(_ text: String) -> String {
  var html = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": html += "&amp;"
    case "<": html += "&lt;"
    case ">": html += "&gt;"
    case "\"": html += "&quot;"
    default: html.unicodeScalars.append(scalar)
    }
  }
  return html
}
