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
  /// The column whose texts readers can choose from.
  let filter: ColumnName?

  static let keys = [
    StepKey("title", "above the table"),
    StepKey("subtitle", "under the title: unit and period"),
    StepKey("columns", "required; a list of `- name`, `- name: Label` or `- name: {key: value}`"),
    StepKey("sort", "`column`, `-column` for the largest first, or a list of them"),
    StepKey("total", "the label of the total row, which stands where a column is added up"),
    StepKey("top", "how many rows are shown one by one; the others are added up"),
    StepKey("other", "what the others are called"),
    StepKey("last", "the id of the row that always stands last"),
    StepKey("empty", "printed where there are no rows"),
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
  /// The column with the budget of what this one says is used: drawn beside the number.
  let budget: ColumnName?
  /// The column with how much of the budget's period is over, from 0 to 1.
  let pace: ColumnName?
  let status: ColumnName?
  let isWideOnly: Bool

  static let keys = [
    StepKey("label", "the head of the column"),
    StepKey("format", "how it is written; `code` for something to copy"),
    StepKey("total", "`true`: added up in the total row"),
    StepKey("bar", "`true`: a bar beside the number"),
    StepKey("share", "`true`, or a column: whole percents that add up to 100"),
    StepKey("spark", "a column that is drawn in miniature over this one"),
    StepKey("link", "a page, columns in braces: `teams/{slug}`"),
    StepKey("swatch", "the column with the colour slot"),
    StepKey("detail", "the column with the second line"),
    StepKey("difference", "`true`: a bar to the left or right of zero"),
    StepKey("budget", "the column with the budget: a bar of how much of it is used"),
    StepKey("pace", "the column with the part of the budget's period that is over, from 0 to 1"),
    StepKey("status", "the column with `ok`, `attention` or `problem`: the icon"),
    StepKey("wide", "`true`: left out on a phone"),
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
    return [column] + [spark, swatch, detail, budget, pace, status].compactMap { $0 } + inLink
  }
}

/// Part of a link of a grid's row.
enum RowPiece: Hashable, Sendable {
  case text(String)
  case column(ColumnName)
}
