import Testing

@testable import Charts

@Suite struct EscapedTextTests {
  @Test(arguments: [
    ("Research & Development", "Research &amp; Development"),
    ("<script>", "&lt;script&gt;"),
    (#""quoted" and 'quoted'"#, "&quot;quoted&quot; and &#39;quoted&#39;"),
    ("two\nlines\tand a tab", "two lines and a tab"),
    ("\u{0}\u{7}\u{7F}\u{9B}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("Zürich · 45 % 顧客 🙂", "Zürich · 45 % 顧客 🙂"),
    ("over\u{202E}ride", "override"),
    ("\u{2067}paired\u{2069}", "\u{2067}paired\u{2069}"),
    ("\u{2067}crossed\u{202C}", "crossed"),
    ("left\u{2069}over", "leftover"),
  ])
  func `text stays inside its element`(text: String, escaped: String) {
    var bytes: [UInt8] = []

    appendEscaped(text, to: &bytes)

    #expect(String(decoding: bytes, as: UTF8.self) == escaped)
  }
}
