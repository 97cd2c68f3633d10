import SourceText

/// A query's rows as a list of links.
struct LinksDefinition: Hashable, Sendable {
  enum Style: String, CaseIterable, Sendable {
    /// One below the other.
    case list
    /// One after the other.
    case line
  }

  let label: ColumnName
  let link: [RowPiece]
  let linkPosition: SourcePosition
  let detail: ColumnName?
  let style: Style
  let title: TextTemplate?
  let emptyText: TextTemplate?

  static let keys = [
    StepKey("label", "required; the column with the link's words"),
    StepKey("link", "required; the address, columns in braces: `teams/{slug}`"),
    StepKey("detail", "a column that is printed behind the link"),
    StepKey("style", "`list` (one below the other, if left out) or `line`"),
    StepKey("title", "a heading above them"),
    StepKey("empty", "printed where there are no rows"),
  ]
}

/// Reads the body of a `links` fence.
/// - Returns: nil where a key without which there is no link is missing or unknown.
func linksDefinition(
  _ body: YAMLNode?, at position: SourcePosition, names: ValueNames,
  mistakes: inout TemplateMistakes
) -> LinksDefinition? {
  let fields = StepFields(
    body, of: "links", keys: LinksDefinition.keys, position: position, mistakes: &mistakes)
  let label = fields.column("label", names: names, isRequired: true, mistakes: &mistakes)
  let link = fields.required("link", mistakes: &mistakes)
  let detail = fields.column("detail", names: names, mistakes: &mistakes)
  let style = fields.choice("style", of: LinksDefinition.Style.self, mistakes: &mistakes)
  let title = fields.template("title", names: names, mistakes: &mistakes)
  let empty = fields.template("empty", names: names, mistakes: &mistakes)
  guard let label, let link else { return nil }
  return LinksDefinition(
    label: label, link: rowPieces(link), linkPosition: link.position, detail: detail,
    style: style ?? .list, title: title, emptyText: empty)
}
