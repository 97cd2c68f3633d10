import Analysis
import SourceText
import Tables
import UsageModel

/// The rows of a grid before they are sorted. With a `spark` column there is one row per
/// combination of the plain columns; formatted columns are added up.
struct SparkRows {
  private(set) var rows: [GridContent.Row] = []

  init(_ grid: GridDefinition, _ step: StepRows, indices: [Int]) throws(Diagnostic) {
    let table = step.table
    let identity = table.index(of: "id") ?? indices.first
    func kind(_ cells: [Cell]) -> GridContent.Row.Kind {
      guard let last = grid.last, let identity else { return .ordinary }
      return cells[identity] == .text(last) ? .last : .ordinary
    }
    let sparks = grid.columns.indices.filter { grid.columns[$0].spark != nil }
    guard !sparks.isEmpty else {
      rows = table.rows.map { GridContent.Row(kind: kind($0), cells: $0) }
      return
    }
    let plain = grid.columns.indices.filter {
      !grid.columns[$0].isAddedUp && grid.columns[$0].spark == nil
    }
    let groups = grouped(table.rows) { row in plain.map { row[indices[$0]] } }
    let summed = Set(
      grid.columns.filter { $0.isAddedUp && $0.spark == nil }
        .flatMap { [$0.column, $0.budget].compactMap { $0?.name } })
    var courses: [(position: Int, measure: Int, keys: [(key: Cell, isMissing: Bool)])] = []
    for position in sparks {
      guard let measured = grid.columns[position].spark else { continue }
      let measure = try step.index(of: measured)
      let window = keys(of: table, at: indices[position], step.scope.site)
      courses.append((position, measure, window))
    }
    for group in groups {
      var cells = try step.analysed { () throws(AnalysisError) in
        try columnSums(table.columns, rows: group, additive: summed)
      }
      for index in table.columns.indices where !summed.contains(table.columns[index]) {
        cells[index] = group[0][index]
      }
      var row = GridContent.Row(kind: kind(cells), cells: cells)
      for spark in courses {
        row.sparks[spark.position] = course(
          of: group, key: indices[spark.position], measure: spark.measure, keys: spark.keys)
      }
      rows.append(row)
    }
  }
}

/// Rows with equal keys together, in the order of their first row.
private func grouped(_ rows: [[Cell]], by key: ([Cell]) -> [Cell]) -> [[[Cell]]] {
  var positions: [[Cell]: Int] = [:]
  var groups: [[[Cell]]] = []
  for row in rows {
    let key = key(row)
    if let position = positions[key] {
      groups[position].append(row)
    } else {
      positions[key] = groups.count
      groups.append([row])
    }
  }
  return groups
}

/// Every key of the window in order, and whether it has data at all.
private func keys(
  of table: Table, at index: Int, _ site: SiteScope
) -> [(key: Cell, isMissing: Bool)] {
  let distinct = Set(table.rows.map { $0[index] }).sorted(by: isBefore)
  let days = distinct.compactMap { $0.text.flatMap { CalendarDay($0) } }
  if days.count == distinct.count, let first = days.first, first <= site.facts.asOf {
    return (first...site.facts.asOf).map { day in
      (.text(day.description), site.dayStatuses[day] ?? .missing == .missing)
    }
  }
  let months = distinct.compactMap { $0.text.flatMap { CalendarMonth($0) } }
  if months.count == distinct.count, let first = months.first, first <= site.facts.thisMonth {
    return (first...site.facts.thisMonth).map { (.text($0.description), false) }
  }
  return distinct.map { ($0, false) }
}

private func course(
  of rows: [[Cell]], key: Int, measure: Int, keys: [(key: Cell, isMissing: Bool)]
) -> [Double?] {
  var sums: [Cell: Double] = [:]
  var unknown: Set<Cell> = []
  for row in rows {
    if let number = row[measure].number {
      sums[row[key], default: 0] += number
    } else {
      unknown.insert(row[key])
    }
  }
  return keys.map { entry in
    sums[entry.key] ?? (entry.isMissing || unknown.contains(entry.key) ? nil : 0)
  }
}
