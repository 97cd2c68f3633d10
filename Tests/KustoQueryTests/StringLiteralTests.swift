import Testing

@testable import KustoQuery

@Suite struct StringLiteralTests {
  @Test(arguments: [
    ("", #""""#),
    ("Subscription ID", #""Subscription ID""#),
    (#"a"b"#, #""a\"b""#),
    ("it's", #""it's""#),
    (#"a\b"#, #""a\\b""#),
    (#"\""#, #""\\\"""#),
    ("a\nb\rc\td", #""a\nb\rc\td""#),
    ("a\r\nb", #""a\r\nb""#),
    ("nul \u{0}", #""nul \u0000""#),
    ("escape \u{1B}[31m", #""escape \u001b[31m""#),
    ("delete \u{7F}", #""delete \u007f""#),
    ("next line \u{85}", #""next line \u0085""#),
    ("line \u{2028} paragraph \u{2029}", #""line \u2028 paragraph \u2029""#),
    ("right to left \u{202E}", #""right to left \u202e""#),
    ("isolate \u{2066}\u{2069}", #""isolate \u2066\u2069""#),
    ("byte order \u{FEFF}", #""byte order \ufeff""#),
    (#""]; .drop table x //"#, #""\"]; .drop table x //""#),
    ("größer 中文 😀", #""größer 中文 😀""#),
    ("e\u{301}", "\"e\u{301}\""),
  ])
  func `a text is written so that it is read back`(text: String, literal: String) {
    #expect(stringLiteral(text) == literal)
  }
}
