import Testing

@testable import Preview

@Suite struct ReloadScriptTests {
  static let script = #"<script src="/_preview/reload.js" data-state="1.2" defer></script>"#

  @Test(arguments: [
    (
      "<html><head><title>x</title></head><body>a</head>b</body></html>",
      "<html><head><title>x</title>\(script)\n</head><body>a</head>b</body></html>"
    ),
    ("<HEAD></HEAD>", "<HEAD>\(script)\n</HEAD>"),
    ("<p>no head</p>\n", "<p>no head</p>\n\(script)\n"),
    ("</hea", "</hea\(script)\n"),
    ("<,HEAD></head>", "<,HEAD>\(script)\n</head>"),
    ("", "\(script)\n"),
  ])
  func `the script goes to the end of the head`(page: String, shown: String) {
    let bytes = ReloadScript.added(to: Array(page.utf8), state: "1.2")

    #expect(String(decoding: bytes, as: UTF8.self) == shown)
  }
}
