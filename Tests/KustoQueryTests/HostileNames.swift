import SeededCases
import UsageModel

/// Names of dimensions that try to be more than names.
let hostileNames = [
  "", " ", "\"", "\\", "\\\"", "\"]", "a\nb", "a\r\nb", "\u{0}", "\u{85}", "\u{2028}", "\u{202E}",
  "\u{FEFF}", "😀", "👩‍👩‍👧", "e\u{301}", "'", "@\"x\"", "h\"x\"", "```", "~~~", "//", "/*", ";",
  "\\u0022",
  #""]; .drop table x //"#, "\"]) | union AppRequests //", "windowStart", "{{x}}", "%s", "$(id)",
  String(repeating: "x", count: 10_000), String(repeating: "\"\\", count: 5_000),
]

/// A mapping of four names, each put together from hostile ones and from any characters at all.
func hostileMapping(_ cases: inout SplitMix64) -> DimensionMapping {
  func name() -> String {
    cases.some(1...3, of: hostileNames).joined(separator: anyText(&cases))
  }
  return DimensionMapping(subscription: name(), user: name(), feature: name(), model: name())
}

private func anyText(_ cases: inout SplitMix64) -> String {
  var text = ""
  for _ in 0..<cases.number(0...20) {
    let most = cases.one(of: [0x7F, 0xFFFF, 0x10FFFF])
    // Halves of a pair are no character.
    guard let scalar = Unicode.Scalar(UInt32(cases.number(0...most))) else { continue }
    text.unicodeScalars.append(scalar)
  }
  return text
}
