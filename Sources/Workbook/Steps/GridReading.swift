import SourceText

/// Reads the body of a `grid` fence.
func gridDefinition(
  _ body: YAMLNode?, at position: SourcePosition, names: ValueNames, filter: ColumnName? = nil,
  mistakes: inout TemplateMistakes
) -> GridDefinition {
  let fields = StepFields(
    body, of: "grid", keys: GridDefinition.keys, position: position, mistakes: &mistakes)
  return GridDefinition(
    title: fields.template("title", names: names, mistakes: &mistakes),
    subtitle: fields.template("subtitle", names: names, mistakes: &mistakes),
    columns: gridColumns(fields, names: names, mistakes: &mistakes),
    sort: sortKeys(fields, names: names, mistakes: &mistakes),
    totalLabel: fields.template("total", names: names, mistakes: &mistakes) ?? .literal("Total"),
    top: fields.integer("top", mistakes: &mistakes),
    otherLabel: fields.text("other", mistakes: &mistakes) ?? "others",
    emptyText: fields.template("empty", names: names, mistakes: &mistakes)
      ?? .literal("There is nothing to show here."),
    last: fields.text("last", mistakes: &mistakes), filter: filter)
}

private func gridColumns(
  _ fields: StepFields, names: ValueNames, mistakes: inout TemplateMistakes
) -> [GridColumn] {
  guard let node = fields.any("columns") else {
    mistakes.report(.missingKey("columns", of: "grid"), at: fields.position)
    return []
  }
  guard let items = node.sequence else {
    mistakes.report(
      .wrongKind(key: "columns", expected: "a list of '- column'", found: node.kind),
      at: node.position)
    return []
  }
  guard items.count <= TemplateLimits.columns else {
    mistakes.report(.tooManyColumns(limit: TemplateLimits.columns), at: node.position)
    return []
  }
  return items.compactMap { item in
    if let name = item.text {
      let column = names.column(item, text: name, mistakes: &mistakes)
      return gridColumn(column, options: nil, label: nil, names: names, mistakes: &mistakes)
    }
    guard let entry = item.mapping?.first, item.mapping?.count == 1 else {
      mistakes.report(
        .wrongKind(
          key: "columns", expected: "'- column' or '- column: {options}'", found: item.kind),
        at: item.position)
      return nil
    }
    let key = YAMLNode(content: .scalar(entry.key), position: entry.keyPosition)
    let column = names.column(key, text: entry.key, mistakes: &mistakes)
    // `- model: Model` is a column with its label.
    let label = entry.node.text.map { _ in
      TextTemplate(entry.node, names: names, mistakes: &mistakes)
    }
    return gridColumn(
      column, options: label == nil ? entry.node : nil, label: label, names: names,
      mistakes: &mistakes)
  }
}

private func gridColumn(
  _ column: ColumnName, options: YAMLNode?, label own: TextTemplate?, names: ValueNames,
  mistakes: inout TemplateMistakes
) -> GridColumn {
  let fields = StepFields(
    options, of: column.name, keys: GridColumn.keys, position: column.position,
    mistakes: &mistakes)
  func other(_ key: String, _ mistakes: inout TemplateMistakes) -> ColumnName? {
    fields.column(key, names: names, mistakes: &mistakes)
  }
  let link = fields.node("link", mistakes: &mistakes)
  let isCode = fields.any("format")?.text == "code"
  let share = other("share", &mistakes).flatMap { $0.name == "false" ? nil : $0 }
  if let pace = fields.any("pace"), !fields.contains("budget") {
    mistakes.report(.missingKey("budget", of: "column '\(column.name)'"), at: pace.position)
  }
  return GridColumn(
    column: share.flatMap { $0.name == "true" ? nil : $0 } ?? column,
    label: own ?? fields.template("label", names: names, mistakes: &mistakes)
      ?? .literal(label(of: column.name)),
    format: isCode ? nil : fields.format("format", of: column, mistakes: &mistakes),
    isCode: isCode,
    isTotalled: fields.flag("total", mistakes: &mistakes),
    hasBar: fields.flag("bar", mistakes: &mistakes),
    isShare: share != nil,
    spark: other("spark", &mistakes),
    link: link.map(rowPieces),
    linkPosition: link?.position ?? column.position,
    swatch: other("swatch", &mistakes),
    detail: other("detail", &mistakes),
    hasDifferenceBar: fields.flag("difference", mistakes: &mistakes),
    budget: other("budget", &mistakes),
    pace: other("pace", &mistakes),
    status: other("status", &mistakes),
    isWideOnly: fields.flag("wide", mistakes: &mistakes))
}

private func sortKeys(
  _ fields: StepFields, names: ValueNames, mistakes: inout TemplateMistakes
) -> [GridDefinition.SortKey] {
  guard let node = fields.any("sort") else { return [] }
  return (node.sequence ?? [node]).compactMap { item in
    guard let text = item.text else {
      mistakes.report(
        .wrongKind(key: "sort", expected: "'column' or '-column'", found: item.kind),
        at: item.position)
      return nil
    }
    let isDescending = text.hasPrefix("-")
    let name = String(isDescending ? text.dropFirst() : text[...])
    return GridDefinition.SortKey(
      column: names.column(item, text: name, mistakes: &mistakes), isDescending: isDescending)
  }
}

/// `teams/{{slug}}` and `teams/{slug}` alike: braces name columns of the row.
func rowPieces(_ node: YAMLNode) -> [RowPiece] {
  let source = (node.text ?? "").replacing("{{", with: "{").replacing("}}", with: "}")
  var pieces: [RowPiece] = []
  var rest = source[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    pieces.append(.text(String(rest[..<open])))
    let name = trimmed(rest[rest.index(after: open)..<close])
    pieces.append(.column(ColumnName(name: name, position: node.position)))
    rest = rest[rest.index(after: close)...]
  }
  return pieces + [.text(String(rest))]
}

/// `cost_per_request` is *Cost per request*.
func label(of column: String) -> String {
  let words = column.replacing("_", with: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}
