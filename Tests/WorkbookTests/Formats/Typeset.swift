/// A text whose invisible and lookalike signs can be seen: `_` is a no-break space, `^` a narrow
/// one, `~` a minus, `*` a word joiner.
func visible(_ text: String) -> String {
  text.replacing("\u{A0}", with: "_").replacing("\u{202F}", with: "^")
    .replacing("\u{2212}", with: "~").replacing("\u{2060}", with: "*")
}
