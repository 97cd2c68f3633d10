import SourceText

/// A sentence that asks for attention, shown where its query has a row.
struct CalloutDefinition: Hashable, Sendable {
  let status: StatusIcon
  /// Beside the icon, since shape and colour alone say nothing.
  let word: TextTemplate
  let text: TextTemplate
  /// Where the link at the end leads; nil without one.
  let link: LinkTarget?
  let linkText: TextTemplate

  static let keys = [
    StepKey(
      "status", "`ok`, `attention` (if left out) or `problem`: the icon and the line's colour"),
    StepKey("word", "what stands beside the icon"),
    StepKey("text", "required; the sentence"),
    StepKey("link", "the page that says more"),
    StepKey("link-text", "the link's words; *More* if left out"),
  ]
}

/// Reads the body of a `callout` fence.
/// - Returns: nil where a key without which nothing can be said is missing or unknown.
func calloutDefinition(
  _ body: YAMLNode?, at position: SourcePosition, names: ValueNames,
  mistakes: inout TemplateMistakes
) -> CalloutDefinition? {
  let fields = StepFields(
    body, of: "callout", keys: CalloutDefinition.keys, position: position, mistakes: &mistakes)
  let status = fields.node("status", mistakes: &mistakes)
  let icon = status?.text.map { StatusIcon(rawValue: $0) } ?? .attention
  if let status, icon == nil {
    mistakes.report(
      .unknownChoice(
        status.text ?? "", key: "status", known: StatusIcon.allCases.map(\.rawValue)),
      at: status.position)
  }
  let word = fields.template("word", names: names, mistakes: &mistakes)
  let text = fields.required("text", mistakes: &mistakes)
  let link = fields.node("link", mistakes: &mistakes).map { node in
    LinkTarget(
      template: TextTemplate(node, names: names, mistakes: &mistakes), position: node.position)
  }
  let linkText = fields.template("link-text", names: names, mistakes: &mistakes)
  guard let icon, let text else { return nil }
  return CalloutDefinition(
    status: icon, word: word ?? .literal(icon.word),
    text: TextTemplate(text, names: names, mistakes: &mistakes), link: link,
    linkText: linkText ?? .literal("More"))
}
