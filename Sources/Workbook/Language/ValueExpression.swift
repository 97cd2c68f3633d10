import SourceText

/// What a `{{ … }}` stands for.
struct ValueExpression: Hashable, Sendable {
  /// Printed in place of NULL.
  enum Fallback: Hashable, Sendable {
    case text(String)
    case path(ValuePath)
  }

  let path: ValuePath
  let fallback: Fallback?
  let format: ValueFormat
  let position: SourcePosition
}

/// Where a value comes from.
enum ValuePath: Hashable, Sendable {
  case builtIn(BuiltInValue)
  /// A column of the row that the page is made from.
  case pageRow(column: String)
  /// A column of a query that must have exactly one row.
  case query(String, column: String)
  /// What a toggle stands at.
  case toggle(String)
}

/// Values every page has.
enum BuiltInValue: String, CaseIterable, Sendable {
  case asOf = "as_of"
  case thisMonth = "this_month"
  case lastMonth = "last_month"
  case title
  case organisation
  case currency
  case timeZone = "time_zone"
  case users
  /// What allows people to be shown; NULL where they are not.
  case agreement

  var meaning: String {
    switch self {
    case .asOf: "the newest day on the page"
    case .thisMonth: "its month"
    case .lastMonth: "the month before"
    case .title: "the workbook's title"
    case .organisation: "whose workbook it is"
    case .currency: "the reporting currency"
    case .timeZone: "the time zone that says what a day is"
    case .users: "how people are shown: off, groups, pseudonyms or names"
    case .agreement: "what allows people to be shown; NULL without it"
    }
  }
}

/// The names that values of one page may use.
struct ValueNames: Hashable, Sendable {
  struct PageRow: Hashable, Sendable {
    let name: String
    /// nil where they are known only once the query has run.
    let columns: [String]?
  }

  let pageRow: PageRow?
  /// In the order they are written.
  let queries: [String]
  /// Those that are known where the values stand.
  var toggles: [Toggle] = []
  /// The toggles that each query binds.
  var queryToggles: [String: Set<String>] = [:]
  /// Choices that are made where the values stand, by toggle.
  var decided: [String: ToggleChoice] = [:]

  /// For messages.
  var all: [String] {
    let row = pageRow.map { row in row.columns?.map { row.name + "." + $0 } ?? [row.name + ".…"] }
    return BuiltInValue.allCases.map(\.rawValue) + toggles.map(\.name) + (row ?? [])
      + queries.map { $0 + ".…" }
  }

  func path(_ text: String) throws(TemplateError) -> ValuePath {
    if let builtIn = BuiltInValue(rawValue: text) { return .builtIn(builtIn) }
    if toggles.contains(where: { $0.name == text }) { return .toggle(text) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(isName) else {
      throw isName(text) ? .unknownPath(text, known: all) : .malformedValue(text)
    }
    if let pageRow, parts[0] == pageRow.name {
      if let columns = pageRow.columns, !columns.contains(parts[1]) {
        throw .unknownColumn(parts[1], of: pageRow.name, known: columns)
      }
      return .pageRow(column: parts[1])
    }
    guard queries.contains(parts[0]) else { throw .unknownPath(text, known: near(parts[1])) }
    if let toggle = missingToggle(of: parts[0]) {
      throw .toggleOutsideGroup(toggle, query: parts[0])
    }
    return .query(parts[0], column: parts[1])
  }

  /// All values, with the wanted column, so that a mistyped query is found near.
  private func near(_ column: String) -> [String] {
    let row = pageRow.map { [$0.name + "." + column] } ?? []
    return BuiltInValue.allCases.map(\.rawValue) + toggles.map(\.name) + row
      + queries.map { $0 + "." + column }
  }
}

func isName(_ text: some StringProtocol) -> Bool {
  guard let first = text.unicodeScalars.first, !("0"..."9").contains(first),
    text.utf8.count <= TemplateLimits.nameLength
  else { return false }
  return text.unicodeScalars.allSatisfy {
    switch $0 {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }
}
