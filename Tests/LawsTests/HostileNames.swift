import SeededCases

/// Names that are markup, formulas, links or commands to somebody.
let hostileNames = [
  "<script>alert(1)</script>", "[x](javascript:1)", "=cmd|' /C calc'!A0", "{{title}}", "</td>",
  "\" onmouseover=\"x", "it's", "a,b;c", "tab\there", "line\nbreak", "bell\u{7}", "\u{202E}gpj.exe",
  "Ünïcödé 名前", "O'Brien\\", "-- x", "Unassigned", " ",
]

/// A name made of hostile parts, in any order.
func hostileName(_ generator: inout SplitMix64) -> String {
  let parts =
    hostileNames + [
      "javascript:alert(1)", " java\nscript:1", "data:text/html,x", "&lt;b&gt;", "&#60;", "<!--",
      "-->", "]]>", "<svg onload=x>", "</svg>", "</title><p>", "' onfocus='x", "{{x.cost | money}}",
      "| a |", "`c`", "**b**", "\n# h", "```", "---\n", "<!-- when: x -->", "+1", "-1", "@a",
      "\r=2", "\u{0}", "\u{1B}[31m", "\u{E000}0\u{E001}", "\u{200F}", "\u{2028}", "../..", "\\",
      "%3C",
      // An accent joins what stands before it, in Swift's eyes and in no parser's.
      "é", "\u{301}", "\"\u{301},=1+1", "<\u{301}b>", "'\u{301}", "&\u{301}", "x",
    ]
  let name = (0..<generator.number(1...4)).map { _ in generator.one(of: parts) }.joined()
  return name.allSatisfy(\.isWhitespace) ? "x" + name : name
}
