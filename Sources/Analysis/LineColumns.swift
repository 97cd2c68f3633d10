import Tables
import UsageModel

/// What a line chart shows: numbers over time that need not add up to anything.
package struct LineColumns: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// Empty where there is one line only.
    package let name: String
    /// The colour slot 0–3 that the entity wants; nil where it has none.
    package let wantedSlot: Int?
    /// One per period: a number, NULL where it is not known, nil where there is none.
    package var values: [Cell?]

    package init(name: String, wantedSlot: Int? = nil, values: [Cell?]) {
      self.name = name
      self.wantedSlot = wantedSlot
      self.values = values
    }

    /// The newest period with a number.
    package var newest: Int? { values.lastIndex { $0?.number != nil } }
  }

  package let grain: CalendarColumns.Grain
  package let periods: [CalendarPeriod]
  package var lines: [Line]

  package init(grain: CalendarColumns.Grain, periods: [CalendarPeriod], lines: [Line]) {
    self.grain = grain
    self.periods = periods
    self.lines = lines
  }

  /// Amounts that could be added up, as lines.
  package init(_ columns: CalendarColumns) {
    self.init(
      grain: columns.grain, periods: columns.periods,
      lines: columns.series.map { series in
        Line(
          name: series.name, wantedSlot: series.wantedSlot,
          values: zip(columns.periods, series.values).map { period, value in
            value.map(Cell.integer) ?? (period.status == .missing ? nil : .null)
          })
      })
  }
}

/// Reads numbers that cannot be added up, such as averages: one row per period and series.
///
/// A period without a row has no number, which is not zero. Rows outside the window are left out.
/// - Returns: Lines in the order of their first row.
package func measuredLines(
  of table: Table, reading names: CalendarColumnNames, over slots: CalendarSlots
) throws(AnalysisError) -> LineColumns {
  let dayIndex = try table.requiredIndex(of: names.day)
  let amountIndex = try table.requiredIndex(of: names.amount)
  var seriesIndex: Int?
  if let series = names.series { seriesIndex = try table.requiredIndex(of: series) }
  let colourIndex = names.colour.flatMap(table.index(of:))

  var lines: [LineColumns.Line] = []
  var indices: [String: Int] = [:]
  for row in table.rows {
    guard let slot = try slots.index(of: row[dayIndex], in: names.day) else { continue }
    let name = seriesIndex.map { seriesName(row[$0]) } ?? ""
    let cell = row[amountIndex]
    guard cell.isNull || cell.number != nil else {
      throw .notANumber(column: names.amount, cell: cell)
    }
    let index = indices[name] ?? lines.count
    if index == lines.count {
      indices[name] = index
      lines.append(
        LineColumns.Line(
          name: name, wantedSlot: colourIndex.flatMap { row[$0].integer }.map { Int($0) },
          values: slots.periods.map { _ in nil }))
    }
    guard lines[index].values[slot] == nil else {
      throw .twoRows(
        column: names.amount, period: seriesName(row[dayIndex]), series: name)
    }
    lines[index].values[slot] = cell
  }
  return LineColumns(grain: slots.grain, periods: slots.periods, lines: lines)
}
