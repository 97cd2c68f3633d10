import Tables
import Testing

@Suite struct CSVTextTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("two words", "two words"), ("a#b", "a#b"), ("'", "'"),
    ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
    ("a\r\nb", "\"a\r\nb\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("\"", "\"\"\"\""),
    ("#1", "\"#1\""), (" a", "\" a\""), ("a\t", "\"a\t\""),
    // To Swift, each of these is one character that is no quote and no comma.
    ("a\"\u{301}", "\"a\"\"\u{301}\""), ("a,\u{301}", "\"a,\u{301}\""),
  ])
  func `a field stands in quotes where it must`(text: String, field: String) {
    #expect(Array(csvField(text).unicodeScalars) == Array(field.unicodeScalars))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "'\rx"), ("\r\nx", "'\r\nx"), ("=\u{301}", "'=\u{301}"), ("a=1", "a=1"), ("", ""),
  ])
  func `a spreadsheet runs no text`(text: String, safe: String) {
    #expect(Array(spreadsheetSafe(text).unicodeScalars) == Array(safe.unicodeScalars))
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("2026-10-31", "2026-10-31"), ("a b", "a b"), ("-1", "'-1"),
    ("=a,b", "\"'=a,b\""), ("#1", "\"#1\""), ("a ", "\"a \""), ("a\"b", "\"a\"\"b\""),
    ("\ta", "'\ta"), ("a;b", "\"a;b\""), ("ü", "ü"),
  ])
  func `a field is written as a spreadsheet may read it`(text: String, field: String) {
    var bytes = Array("x,".utf8)

    appendCSVField(text, to: &bytes)

    #expect(String(decoding: bytes, as: UTF8.self) == "x," + field)
  }
}
