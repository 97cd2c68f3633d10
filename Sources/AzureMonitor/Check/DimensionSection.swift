import UsageModel

/// Which properties occur, which of them are mapped, and how often a dimension is empty.
func dimensionSection(_ checked: CheckedSource) -> ReportSection? {
  var section = ReportSection(title: "Dimensions")
  let mapping = checked.source.dimensions
  let mapped = [
    (dimension: "subscription", property: mapping.subscription),
    (dimension: "user", property: mapping.user),
    (dimension: "feature", property: mapping.feature),
    (dimension: "model", property: mapping.model),
  ]
  if let uses = checked.answers.dimensions, !uses.isEmpty {
    section.lines.append(.table(table(of: uses, mapped, checked)))
  }
  if !checked.isGatewayLog, let properties = checked.answers.properties {
    let names = properties.map(\.name)
    let free = names.filter { name in !mapped.contains { $0.property == name } }
    for (dimension, property) in mapped {
      guard let property, !names.contains(property),
        names.count < CompletenessAnswers.mostRows
      else { continue }
      section.lines.append(absence(of: property, as: dimension, free))
    }
    if !free.isEmpty {
      let some = properties.filter { free.contains($0.name) }.prefix(12)
      section.lines.append(
        .fact(
          "Not mapped, with the number of records: "
            + some.map { "'\(shownName($0.name))' (\(groupedDigits($0.records)))" }
            .joined(separator: ", ") + (free.count > 12 ? " and \(free.count - 12) more" : "") + "."
        ))
    }
  }
  for (dimension, property) in mapped where property == nil && !checked.isGatewayLog {
    section.lines.append(
      .fact("\(dimension) is not mapped: it is 'unknown' in every record of this source."))
  }
  return section.lines.isEmpty ? nil : section
}

private func table(
  of uses: [DimensionUse], _ mapped: [(dimension: String, property: String?)],
  _ checked: CheckedSource
) -> ReportTable {
  let base = ShareBase(whole: checked.whole ?? .nothing)
  let hasProperties = !checked.isGatewayLog
  let order = mapped.map(\.dimension)
  let rows = order.compactMap { name in uses.first { $0.dimension == name } }.map { use in
    let property = mapped.first { $0.dimension == use.dimension }?.property
    return [use.dimension] + (hasProperties ? [property.map(shownName) ?? "–"] : [])
      + [
        groupedDigits(use.values), groupedDigits(base.count(of: use.empty)),
        base.percent(of: use.empty),
      ]
  }
  return ReportTable(
    columns: [.text("dimension")] + (hasProperties ? [.text("property")] : [])
      + [.number("different values"), .number("\(base.noun) where empty"), .number("share")],
    rows: rows)
}

private func absence(
  of property: String, as dimension: String, _ free: [String]
) -> ReportSection.Line {
  let text = "'\(shownName(property))' does not occur"
  if let near = similarName(to: property, in: free) {
    return .finding(
      text + "; '\(shownName(near))' does",
      fix: "if that is the same, write dimensions: {\(dimension): \(yamlText(near))}")
  }
  return .finding(
    text + ": \(dimension) is 'unknown' in every record",
    fix: "let the gateway send it (tokenbook policy), or map another property: "
      + "dimensions: {\(dimension): NAME}")
}
