/// Keeps the largest series over the whole window, largest first, and adds the others up into one.
///
/// Equal totals are ordered by name. Where nothing is left over there is no other.
/// - Parameters:
///   - otherName: nil is `Other (n)`, n being the number of series in it.
package func topSeries(
  _ columns: CalendarColumns, limit: Int = 4, otherName: String? = nil
) throws(AnalysisError) -> CalendarColumns {
  var ranked: [(series: CalendarSeries, total: Int64)] = []
  for series in columns.series { ranked.append((series, try total(of: series) ?? 0)) }
  ranked.sort { ($1.total, $0.series.name) < ($0.total, $1.series.name) }

  var result = columns
  result.series = ranked.prefix(limit).map(\.series)
  let others = ranked.dropFirst(limit).map(\.series)
  if !others.isEmpty {
    let name = otherName ?? "Other (\(others.count))"
    var values: [Int64?] = []
    for index in columns.periods.indices {
      var sum = ExactSum()
      for series in others { sum.add(series.values[index]) }
      values.append(try sum.total(of: name))
    }
    result.series.append(CalendarSeries(name: name, values: values, isOther: true))
  }
  return result
}

/// The sum of a series over the whole window; nil where every value is unknown.
package func total(of series: CalendarSeries) throws(AnalysisError) -> Int64? {
  var sum = ExactSum()
  for value in series.values { sum.add(value) }
  return try sum.total(of: series.name)
}
