/// A `###` heading inside tabs and what follows it.
struct TabPanel: Hashable, Sendable {
  let label: String
  var nodes: [TemplateNode] = []
}

/// What stands before the first heading is left out.
func tabPanels(_ nodes: [TemplateNode]) -> [TabPanel] {
  var panels: [TabPanel] = []
  for node in nodes {
    if case .block(let block) = node, case .heading(3, let content) = block.kind {
      panels.append(TabPanel(label: plainText(of: content)))
    } else if !panels.isEmpty {
      panels[panels.count - 1].nodes.append(node)
    }
  }
  return panels
}

/// The words of inline Markdown without their marks.
func plainText(of content: [MarkdownInline]) -> String {
  content.map { node in
    switch node {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .html: ""
    case .emphasis(let inner), .strong(let inner), .struck(let inner), .link(_, let inner),
      .image(_, let inner):
      plainText(of: inner)
    }
  }.joined()
}
