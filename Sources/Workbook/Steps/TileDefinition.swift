import SourceText

/// One number of a row of tiles.
struct TileDefinition: Hashable, Sendable {
  let label: TextTemplate
  let column: ColumnName
  let format: ValueFormat
  let detail: TextTemplate?
  /// Printed in place of NULL.
  let unknown: TextTemplate?

  static let keys = [
    StepKey("label", "required; what the number is"),
    StepKey("value", "required; the column"),
    StepKey("format", "how it is written; `text` if left out"),
    StepKey("detail", "the line under it; left out where a value in it is NULL"),
    StepKey("unknown", "printed in place of NULL"),
  ]
}

/// A column of a query's result, as a step names it.
struct ColumnName: Hashable, Sendable {
  let name: String
  let position: SourcePosition
}

/// Reads the body of a `tiles` fence.
func tileDefinitions(
  _ body: YAMLNode?, at position: SourcePosition, names: ValueNames,
  mistakes: inout TemplateMistakes
) -> [TileDefinition] {
  guard let items = body?.sequence else {
    mistakes.report(.notAList(of: "tiles"), at: body?.position ?? position)
    return []
  }
  return items.compactMap { item in
    let fields = StepFields(
      item, of: "tile", keys: TileDefinition.keys, position: position, mistakes: &mistakes)
    guard let label = fields.required("label", mistakes: &mistakes),
      let column = fields.column("value", names: names, isRequired: true, mistakes: &mistakes)
    else { return nil }
    return TileDefinition(
      label: TextTemplate(label, names: names, mistakes: &mistakes),
      column: column,
      format: fields.format("format", of: column, mistakes: &mistakes) ?? .text,
      detail: fields.template("detail", names: names, mistakes: &mistakes),
      unknown: fields.template("unknown", names: names, mistakes: &mistakes))
  }
}
