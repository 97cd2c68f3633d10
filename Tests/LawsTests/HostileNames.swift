/// Names that are markup, formulas, links or commands to somebody.
let hostileNames = [
  "<script>alert(1)</script>", "[x](javascript:1)", "=cmd|' /C calc'!A0", "{{title}}", "</td>",
  "\" onmouseover=\"x", "it's", "a,b;c", "tab\there", "line\nbreak", "bell\u{7}", "\u{202E}gpj.exe",
  "#1", "Ünïcödé 名前", "O'Brien\\", "-- x", "Unassigned", " ",
]
