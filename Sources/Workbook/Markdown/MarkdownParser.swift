import CCmarkGFM
import Synchronization

/// Blocks or words nested deeper than anybody reads.
struct MarkdownTooDeep: Error, Hashable {
  let limit: Int
  /// Counted from 1 within the parsed text.
  let line: Int
}

/// Parses CommonMark with tables and strikethrough.
func parseMarkdown(_ text: String) throws(MarkdownTooDeep) -> [MarkdownBlock] {
  try parsed(text).get()
}

private func parsed(_ text: String) -> Result<[MarkdownBlock], MarkdownTooDeep> {
  // cmark-gfm's extensions change process-wide tables while they parse: two parsers at once give
  // silently wrong documents.
  parsing.withLock { _ in
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return .success([]) }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    let disarmed = disarmed(text)
    cmark_parser_feed(parser, disarmed, disarmed.utf8.count)
    guard let document = cmark_parser_finish(parser) else { return .success([]) }
    defer { cmark_node_free(document) }
    cmark_consolidate_text_nodes(document)
    if let line = lineOfTooDeepNode(in: document) {
      return .failure(MarkdownTooDeep(limit: depthLimit, line: line))
    }
    return .success(blocks(in: document))
  }
}

private let depthLimit = TemplateLimits.depth

/// Walks without recursion: what follows may then use it.
private func lineOfTooDeepNode(in document: CmarkNode) -> Int? {
  guard let iterator = cmark_iter_new(document) else { return nil }
  defer { cmark_iter_free(iterator) }
  var depth = 0
  var line = 1
  while true {
    let event = cmark_iter_next(iterator)
    guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
    line = max(line, Int(cmark_node_get_start_line(node)))
    // Only nodes that can hold others are left again.
    if isLeaf(node) { continue }
    depth += event == CMARK_EVENT_EXIT ? -1 : 1
    if depth > depthLimit { return line }
  }
}

private func isLeaf(_ node: CmarkNode) -> Bool {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_SOFTBREAK,
    CMARK_NODE_LINEBREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK:
    true
  default: false
  }
}

private let parsing = Mutex<Void>(())

/// A node of cmark's tree; valid while the document is.
private typealias CmarkNode = OpaquePointer

private func children(of node: CmarkNode) -> [CmarkNode] {
  Array(
    sequence(state: cmark_node_first_child(node)) { next in
      defer { next = next.flatMap { cmark_node_next($0) } }
      return next
    })
}

private func blocks(in parent: CmarkNode) -> [MarkdownBlock] {
  children(of: parent).compactMap { node in
    blockKind(of: node).map {
      MarkdownBlock(
        kind: $0, firstLine: Int(cmark_node_get_start_line(node)),
        lastLine: Int(cmark_node_get_end_line(node)))
    }
  }
}

private func blockKind(of node: CmarkNode) -> MarkdownBlock.Kind? {
  // Extension nodes are told apart by name: their type constants are mutable globals.
  if typeName(of: node) == "table" { return tableKind(of: node) }
  switch cmark_node_get_type(node) {
  case CMARK_NODE_PARAGRAPH:
    return isLinkDefinition(node) ? .linkDefinition : .paragraph(inlines(in: node))
  case CMARK_NODE_HEADING:
    return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(in: node))
  case CMARK_NODE_LIST:
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: children(of: node).map(blocks(in:)))
  case CMARK_NODE_BLOCK_QUOTE:
    return .quotation(blocks(in: node))
  case CMARK_NODE_CODE_BLOCK:
    var (length, offset, character) = (Int32(0), Int32(0), CChar(0))
    return .code(
      info: string(cmark_node_get_fence_info(node)), text: string(cmark_node_get_literal(node)),
      isFenced: cmark_node_get_fenced(node, &length, &offset, &character) != 0)
  case CMARK_NODE_HTML_BLOCK:
    return .html(string(cmark_node_get_literal(node)))
  case CMARK_NODE_THEMATIC_BREAK:
    return .thematicBreak
  default:
    return nil
  }
}

private func tableKind(of node: CmarkNode) -> MarkdownBlock.Kind {
  let count = Int(cmark_gfm_extensions_get_table_columns(node))
  let letters = cmark_gfm_extensions_get_table_alignments(node)
  let alignments = (0..<count).map { index -> MarkdownAlignment in
    switch letters?[index] {
    case UInt8(ascii: "r"): .right
    case UInt8(ascii: "c"): .centre
    default: .left
    }
  }
  return .table(
    alignments: alignments, rows: children(of: node).map { children(of: $0).map(inlines(in:)) })
}

private func inlines(in parent: CmarkNode) -> [MarkdownInline] {
  children(of: parent).compactMap(inline)
}

private func inline(_ node: CmarkNode) -> MarkdownInline? {
  if typeName(of: node) == "strikethrough" { return .struck(inlines(in: node)) }
  switch cmark_node_get_type(node) {
  case CMARK_NODE_TEXT:
    let text = string(cmark_node_get_literal(node))
    return isHTML(node) ? .html(text) : .text(text)
  case CMARK_NODE_CODE: return .code(string(cmark_node_get_literal(node)))
  case CMARK_NODE_HTML_INLINE: return .html(string(cmark_node_get_literal(node)))
  case CMARK_NODE_SOFTBREAK: return .softBreak
  case CMARK_NODE_LINEBREAK: return .lineBreak
  case CMARK_NODE_EMPH: return .emphasis(inlines(in: node))
  case CMARK_NODE_STRONG: return .strong(inlines(in: node))
  case CMARK_NODE_LINK: return .link(target: string(cmark_node_get_url(node)), inlines(in: node))
  case CMARK_NODE_IMAGE: return .image(target: string(cmark_node_get_url(node)), inlines(in: node))
  default: return nil
  }
}

private func typeName(of node: CmarkNode) -> String {
  string(cmark_node_get_type_string(node))
}

private func string(_ text: UnsafePointer<CChar>?) -> String {
  text.map { armed(String(cString: $0)) } ?? ""
}

private func isLinkDefinition(_ paragraph: CmarkNode) -> Bool {
  guard let first = cmark_node_first_child(paragraph), let text = cmark_node_get_literal(first)
  else { return false }
  return startsLikeLinkDefinition(String(cString: text))
}

private func isHTML(_ text: CmarkNode) -> Bool {
  cmark_node_get_literal(text).map { holdsDisarmedHTML(String(cString: $0)) } ?? false
}
