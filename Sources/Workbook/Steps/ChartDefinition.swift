import SourceText

/// A query's rows as a picture.
struct ChartDefinition: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case stackedColumn = "stacked-column"
    case bar
    case sparkline
    /// A month a row, a day a cell; `y` is a day's status.
    case calendar
  }

  let kind: Kind
  let x: ColumnName
  let y: ColumnName
  let series: ColumnName?
  let format: ValueFormat
  /// Series or bars beyond are added up to one; nil is four series, or every bar.
  let top: Int?
  let title: TextTemplate?
  let subtitle: TextTemplate?
  /// The column with the colour slot; nil: `colour`, where the query has it.
  let colour: ColumnName?
  let otherLabel: String?
  let summary: TextTemplate?
  /// How many days up to the newest are drawn; nil: from the first day of the rows.
  let days: Int?

  static let keys = [
    "type", "x", "y", "series", "format", "top", "title", "subtitle", "colour", "other", "summary",
    "days",
  ]
}

/// Reads the body of a `chart` fence.
/// - Returns: nil where a key without which nothing can be drawn is missing or unknown.
func chartDefinition(
  _ body: YAMLNode?, at position: SourcePosition, names: ValueNames,
  mistakes: inout TemplateMistakes
) -> ChartDefinition? {
  let fields = StepFields(
    body, of: "chart", keys: ChartDefinition.keys, position: position, mistakes: &mistakes)
  func column(_ node: YAMLNode?) -> ColumnName? {
    node.flatMap { node in node.text.map { ColumnName(name: $0, position: node.position) } }
  }
  let type = fields.required("type", mistakes: &mistakes)
  let kind = type?.text.flatMap(ChartDefinition.Kind.init)
  if let type, kind == nil {
    mistakes.report(
      .unknownChoice(
        type.text ?? "", key: "type", known: ChartDefinition.Kind.allCases.map(\.rawValue)),
      at: type.position)
  }
  let x = column(fields.required("x", mistakes: &mistakes))
  let y = column(fields.required("y", mistakes: &mistakes))
  let chart = (
    series: column(fields.node("series", mistakes: &mistakes)),
    format: fields.format("format", mistakes: &mistakes),
    top: fields.integer("top", mistakes: &mistakes),
    title: fields.template("title", names: names, mistakes: &mistakes),
    subtitle: fields.template("subtitle", names: names, mistakes: &mistakes),
    colour: column(fields.node("colour", mistakes: &mistakes)),
    other: fields.text("other", mistakes: &mistakes),
    summary: fields.template("summary", names: names, mistakes: &mistakes),
    days: fields.integer("days", mistakes: &mistakes)
  )
  guard let kind, let x, let y else { return nil }
  return ChartDefinition(
    kind: kind, x: x, y: y, series: chart.series, format: chart.format ?? .money,
    top: chart.top, title: chart.title, subtitle: chart.subtitle, colour: chart.colour,
    otherLabel: chart.other, summary: chart.summary, days: chart.days)
}
