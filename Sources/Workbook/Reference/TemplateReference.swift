/// What a template can hold, as a Markdown document made from the definitions that read templates.
package func templateReference() -> String {
  [
    heading, frontMatter, structure, parameters, values, formats, steps, charts, slots, limits,
  ].joined(separator: "\n")
}

private let heading = """
  # Reference of the template language

  Made from the program; [templates.md](templates.md) explains how the parts go together.

  """

private var frontMatter: String { "## Front matter\n\n" + table(FrontMatter.keys) }

private var structure: String {
  "## Structure\n\n"
    + table(
      head: ("comment", "meaning"),
      StructureComment.reference.map { ("`<!-- \($0.name) -->`", $0.meaning) })
}

private var parameters: String {
  """
  ## Parameters

  Lines of a `params` fence. A toggle's value is `:name` in SQL and in the keys of steps, and
  `{{name}}` in texts, where it prints the label.

  | parameter | meaning |
  |---|---|
  | `name: toggle value "Label" \\| "value" = value` | readers choose one; every variant is rendered |
  | `name: filter query.column` | readers choose rows of that query's grid by a text |

  """
}

private var values: String {
  "## Values\n\n"
    + table(
      head: ("value", "meaning"),
      BuiltInValue.allCases.map { ("`{{\($0.rawValue)}}`", $0.meaning) } + [
        ("`{{query.column}}`", "a query with one row; without a row it is NULL"),
        ("`{{name.column}}`", "the row of `for-each: … as name`"),
        ("`{{x ?? \"words\" | format}}`", "other words for NULL"),
      ])
}

private var formats: String {
  "## Formats\n\n"
    + table(
      head: ("format", "writes"),
      ValueFormat.allCases.map { ("`\($0.rawValue)`", $0.referenceExample) } + [
        ("`code`", "in grids only: something to copy as it stands")
      ])
}

private var steps: String {
  "## Steps\n\n"
    + TemplateFence.allCases.map { fence in
      "### `\(fence.rawValue)`\n\n\(fence.meaning)\n\n" + fence.keyTables
    }.joined(separator: "\n")
}

private var charts: String {
  "## Kinds of charts\n\n"
    + table(
      head: ("type", "meaning, and its keys besides the common ones"),
      ChartKind.allCases.map { kind in
        let keys = kind.ownKeys.map { "`\($0)`" }.joined(separator: ", ")
        return ("`\(kind.rawValue)`", kind.meaning + (keys.isEmpty ? "" : ": " + keys))
      })
}

private var slots: String {
  let names = CompiledLayout.Slot.allCases.map { "`{{\($0.rawValue)}}`" }
  return "## Slots of layout.html\n\n" + names.joined(separator: ", ") + "\n"
}

private var limits: String {
  "## Limits\n\n"
    + table(
      head: ("limit", "of"),
      [
        ("\(Toggle.countLimit)", "toggles and tabs on a page"),
        ("\(Toggle.choiceLimit)", "choices of a toggle"),
        ("\(Toggle.variantLimit)", "variants of one step"),
      ])
}

private func table(_ keys: [StepKey]) -> String {
  table(head: ("key", "meaning"), keys.map { ("`\($0.name)`", $0.meaning) })
}

private func table(head: (String, String), _ rows: [(String, String)]) -> String {
  "| \(head.0) | \(head.1) |\n|---|---|\n"
    + rows.map { "| \(cell($0.0)) | \(cell($0.1)) |\n" }.joined()
}

/// A stroke would end the cell.
private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

extension TemplateFence {
  fileprivate var meaning: String {
    switch self {
    case .sql:
      "` ```sql name `: a SELECT over the [views](views.md) and earlier queries. Parameters are "
        + "bound, never pasted. Without `order by` rows are sorted by all columns."
    case .params: "Choices of the reader, see Parameters."
    case .tiles: "A row of numbers from a query with one row; a list, one mapping a tile."
    case .grid: "A query's rows as a table."
    case .chart: "A query's rows as a picture, with a sentence, its numbers as a table and a CSV."
    case .callout: "A sentence that asks for attention, shown where the query has a row."
    case .links: "A query's rows as links."
    case .download: "A link to the query's rows as CSV, for what is too long for a page."
    }
  }

  fileprivate var keyTables: String {
    switch self {
    case .sql, .params: ""
    case .tiles: table(TileDefinition.keys)
    case .grid:
      table(GridDefinition.keys) + "\nA column, `- name: {key: value}`:\n\n"
        + table(GridColumn.keys)
    case .chart: table(ChartDefinition.keys)
    case .callout: table(CalloutDefinition.keys)
    case .links: table(LinksDefinition.keys)
    case .download: table(DownloadDefinition.keys)
    }
  }
}
