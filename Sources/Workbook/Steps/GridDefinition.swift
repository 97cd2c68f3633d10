import SourceText

/// A query's rows as a table.
struct GridDefinition: Hashable, Sendable {
  struct SortKey: Hashable, Sendable {
    let column: ColumnName
    let isDescending: Bool
  }

  let title: TextTemplate?
  let subtitle: TextTemplate?
  let columns: [GridColumn]
  /// Overrides the query's order where not empty.
  let sort: [SortKey]
  let totalLabel: TextTemplate
  /// Rows beyond are folded into one.
  let top: Int?
  let otherLabel: String
  let emptyText: TextTemplate
  /// The id of the row that always stands last.
  let last: String?

  static let keys = [
    "title", "subtitle", "columns", "sort", "total", "top", "other", "empty", "last",
  ]
}

/// A column of a grid, and what is drawn beside or in it.
struct GridColumn: Hashable, Sendable {
  /// The column that is shown; for `share: COLUMN` the one that is shared out.
  let column: ColumnName
  let label: TextTemplate
  /// nil: numbers and text as they are.
  let format: ValueFormat?
  /// Something to copy as it stands.
  let isCode: Bool
  let isTotalled: Bool
  let hasBar: Bool
  /// Shown as whole percents, apportioned so that they add up to 100.
  let isShare: Bool
  /// The column drawn in miniature over this one.
  let spark: ColumnName?
  /// `{column}` and `{{value}}` are filled in.
  let link: [RowPiece]?
  let linkPosition: SourcePosition
  let swatch: ColumnName?
  let detail: ColumnName?
  let hasDifferenceBar: Bool
  let status: ColumnName?
  let isWideOnly: Bool

  static let keys = [
    "label", "format", "total", "bar", "share", "spark", "link", "swatch", "detail", "difference",
    "status", "wide",
  ]

  /// Whether rows that are combined into one add this column up, rather than being told apart by it.
  var isAddedUp: Bool {
    switch format {
    case nil: isShare
    case .text, .day, .date, .short, .month: false
    default: true
    }
  }

  /// Every column of the query that this one reads.
  var reads: [ColumnName] {
    let inLink = (link ?? []).compactMap { piece -> ColumnName? in
      if case .column(let name) = piece { name } else { nil }
    }
    return [column] + [spark, swatch, detail, status].compactMap { $0 } + inLink
  }
}

/// Part of a link of a grid's row.
enum RowPiece: Hashable, Sendable {
  case text(String)
  case column(ColumnName)
}
