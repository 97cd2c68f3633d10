import SourceText

/// A query's rows as a picture.
struct ChartDefinition: Hashable, Sendable {
  let kind: ChartKind
  let x: ColumnName
  let y: ColumnName
  let series: ColumnName?
  let format: ValueFormat
  /// Series or bars beyond are added up to one; nil is the kind's own number.
  let top: Int?
  let title: TextTemplate?
  let subtitle: TextTemplate?
  /// The column with the colour slot; nil: `colour`, where the query has it.
  let colour: ColumnName?
  let otherLabel: String?
  let summary: TextTemplate?
  /// How many days up to the newest are drawn; nil: from the first day of the rows.
  let days: Int?
  /// Further columns, each with its role in the picture.
  let roles: [ChartRole: ColumnName]

  /// What is written as money: the numbers, and what they are compared with.
  var moneyColumns: [ColumnName] {
    guard format.isMoney, kind != .calendar else { return [] }
    let compared: [ChartRole] = [.budget, .forecast, .low, .high, .before]
    return [y] + compared.compactMap { roles[$0] }
  }

  /// Every key that some kind of chart has.
  static let keys = commonKeys + keysOfSome

  static let commonKeys = [
    StepKey("type", "required; the kind of chart"),
    StepKey("x", "required; the column of days, months or names"),
    StepKey("y", "required; the column of numbers"),
    StepKey("format", "how `y` is written; money for a column called cost, price or amount"),
    StepKey("title", "made from the columns if left out"),
    StepKey("subtitle", "the currency and the period if left out"),
    StepKey("summary", "the sentence under the picture; made from the numbers if left out"),
  ]

  static let keysOfSome =
    [
      StepKey("series", "the column whose texts are the parts or lines"),
      StepKey("top", "how many are shown one by one; the others are added up"),
      StepKey("other", "the name of the others; *Other (n)* if left out"),
      StepKey("colour", "the column with the colour slot; `colour` if left out"),
      StepKey("days", "how many days up to the newest are drawn"),
    ] + ChartRole.allCases.map { StepKey($0.rawValue, $0.meaning) }
}

/// What a further column of a chart's query is to the picture.
enum ChartRole: String, CaseIterable, Sendable {
  /// What may be spent.
  case budget
  /// What is expected, in the periods that are not over.
  case forecast
  /// The bounds of what is expected.
  case low, high
  /// The amounts of the period before.
  case before
  /// 1 on the rows of a waterfall that are totals.
  case total
  /// How much of the period is over, from 0 to 1.
  case pace

  var meaning: String {
    switch self {
    case .budget: "the column with the budget of the row's period or name"
    case .forecast: "the column with what is expected: of the newest period, or of days to come"
    case .low: "the column with the lower bound of what is expected"
    case .high: "the column with the upper bound of what is expected"
    case .before: "the column with the amount of the period before"
    case .total: "the column that is 1 on the first and last row, which are totals"
    case .pace: "the column with the part of the period that is over, from 0 to 1"
    }
  }
}

/// The kinds of charts, and which keys each of them takes besides the common ones.
enum ChartKind: String, CaseIterable, Sendable {
  case stackedColumn = "stacked-column"
  case stackedArea = "stacked-area"
  case column
  case line
  case bar
  case burnUp = "burn-up"
  case waterfall
  case smallMultiples = "small-multiples"
  case bullet
  /// A month a row, a day a cell; `y` is a day's status.
  case calendar
  case sparkline

  var meaning: String {
    switch self {
    case .stackedColumn: "the parts of a whole, a column for each day, week or month"
    case .stackedArea: "the parts of a whole over many days"
    case .column: "one series, with budget and forecast"
    case .line: "up to six series that are compared and not added up"
    case .bar: "names and numbers, largest first as the query orders them"
    case .burnUp: "the running total of a month against its budget"
    case .waterfall: "how one total becomes another, step by step"
    case .smallMultiples: "a small picture for each series, on one scale"
    case .bullet: "what is used of each budget"
    case .calendar: "a month a row, a day a cell; `y` is the day's status"
    case .sparkline: "a miniature"
    }
  }

  var ownKeys: [String] {
    switch self {
    case .stackedColumn, .stackedArea: ["series", "top", "other", "colour", "days"]
    case .column: ["days", "budget", "forecast"]
    case .line: ["series", "colour", "days", "before"]
    case .bar: ["top", "other", "colour"]
    case .burnUp: ["before", "forecast", "low", "high", "budget"]
    case .waterfall: ["total"]
    case .smallMultiples: ["series", "top", "colour"]
    case .bullet: ["budget", "pace"]
    case .calendar, .sparkline: []
    }
  }

  /// Those of its own keys without which it cannot be drawn.
  var requiredKeys: [String] {
    switch self {
    case .waterfall: ["total"]
    case .smallMultiples: ["series"]
    default: []
    }
  }
}

/// Reads the body of a `chart` fence.
/// - Returns: nil where a key without which nothing can be drawn is missing or unknown.
func chartDefinition(
  _ body: YAMLNode?, at position: SourcePosition, names: ValueNames,
  mistakes: inout TemplateMistakes
) -> ChartDefinition? {
  let fields = StepFields(
    body, of: "chart", keys: ChartDefinition.keys, position: position, mistakes: &mistakes)
  if !fields.contains("type") {
    mistakes.report(.missingKey("type", of: "chart"), at: fields.position)
  }
  let kind = fields.choice("type", of: ChartKind.self, mistakes: &mistakes)
  let x = fields.column("x", names: names, isRequired: true, mistakes: &mistakes)
  let y = fields.column("y", names: names, isRequired: true, mistakes: &mistakes)
  if let kind { checkKeys(of: kind, fields, mistakes: &mistakes) }
  var roles: [ChartRole: ColumnName] = [:]
  for role in ChartRole.allCases {
    roles[role] = fields.column(role.rawValue, names: names, mistakes: &mistakes)
  }
  let format = y.flatMap { fields.format("format", of: $0, mistakes: &mistakes) }
  let chart = (
    series: fields.column("series", names: names, mistakes: &mistakes),
    top: fields.integer("top", mistakes: &mistakes),
    title: fields.template("title", names: names, mistakes: &mistakes),
    subtitle: fields.template("subtitle", names: names, mistakes: &mistakes),
    colour: fields.column("colour", names: names, mistakes: &mistakes),
    other: fields.text("other", mistakes: &mistakes),
    summary: fields.template("summary", names: names, mistakes: &mistakes),
    days: fields.integer("days", mistakes: &mistakes)
  )
  guard let kind, let x, let y else { return nil }
  return ChartDefinition(
    kind: kind, x: x, y: y, series: chart.series, format: format ?? standardFormat(of: y),
    top: chart.top, title: chart.title, subtitle: chart.subtitle, colour: chart.colour,
    otherLabel: chart.other, summary: chart.summary, days: chart.days, roles: roles)
}

/// A key that another kind of chart has would silently do nothing.
private func checkKeys(
  of kind: ChartKind, _ fields: StepFields, mistakes: inout TemplateMistakes
) {
  for key in ChartDefinition.keysOfSome.map(\.name) where !kind.ownKeys.contains(key) {
    guard let node = fields.any(key) else { continue }
    let kinds = ChartKind.allCases.filter { $0.ownKeys.contains(key) }.map(\.rawValue)
    mistakes.report(.keyOfOtherKind(key, kind: kind.rawValue, kinds: kinds), at: node.position)
  }
  for key in kind.requiredKeys where !fields.contains(key) {
    mistakes.report(.missingKey(key, of: kind.rawValue + " chart"), at: fields.position)
  }
}

/// Columns that are named like money in the views are money.
private func standardFormat(of column: ColumnName) -> ValueFormat {
  ["cost", "price", "amount"].contains(column.name) || column.name.hasSuffix("_cost")
    ? .money : .compact
}
