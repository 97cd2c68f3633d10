import UsageModel

/// Which field of a row holds what: a mapping, applied to the header of one file.
///
/// A class of constants, so that no row copies them.
final class CSVColumns {
  enum Dimension {
    case column(Int)
    case constant([UInt8])
  }

  /// Field numbers; nil is not mapped.
  struct Counts {
    let prompt, completion, total, cached, cacheWrite, reasoning: Int?
  }

  enum Layout {
    /// One column per metric.
    case wide(Counts)
    /// One metric a row.
    case long(metric: Int, tokens: Int)
  }

  /// How many fields a row has.
  let count: Int
  let header: [String]
  let time: Int
  let subscription, user, feature, model: Dimension
  let requests: Int?
  let layout: Layout
  /// From the first to the last that a dimension is in; nil where all are constants.
  let dimensionSpan: ClosedRange<Int>?

  init(header: [String], mapping: CSVMapping) throws(RecordProblem) {
    self.header = header
    count = header.count
    time = try column(.time, header, mapping)
    subscription = try dimension(.subscription, header, mapping)
    user = try dimension(.user, header, mapping)
    feature = try dimension(.feature, header, mapping)
    model = try dimension(.model, header, mapping)
    requests = try mappedColumn(.requests, header, mapping)
    let dimensionColumns = [subscription, user, feature, model].compactMap { dimension in
      if case .column(let column) = dimension { column } else { nil }
    }
    dimensionSpan = dimensionColumns.min().flatMap { first in
      dimensionColumns.max().map { first...$0 }
    }
    if mapping.columns[.metric] != nil || mapping.columns[.tokens] != nil {
      layout = .long(
        metric: try column(.metric, header, mapping), tokens: try column(.tokens, header, mapping))
    } else {
      layout = .wide(
        Counts(
          prompt: try mappedColumn(.promptTokens, header, mapping),
          completion: try mappedColumn(.completionTokens, header, mapping),
          total: try mappedColumn(.totalTokens, header, mapping),
          cached: try mappedColumn(.cachedTokens, header, mapping),
          cacheWrite: try mappedColumn(.cacheWriteTokens, header, mapping),
          reasoning: try mappedColumn(.reasoningTokens, header, mapping)))
    }
  }
}

private func dimension(
  _ role: CSVMapping.Role, _ header: [String], _ mapping: CSVMapping
) throws(RecordProblem) -> CSVColumns.Dimension {
  if let column = try mappedColumn(role, header, mapping) { return .column(column) }
  return .constant(Array((mapping.constants[role] ?? "").utf8))
}

private func column(
  _ role: CSVMapping.Role, _ header: [String], _ mapping: CSVMapping
) throws(RecordProblem) -> Int {
  guard let column = try mappedColumn(role, header, mapping) else {
    throw .roleNotMapped(role.rawValue)
  }
  return column
}

/// - Returns: nil where the mapping does not name the role.
private func mappedColumn(
  _ role: CSVMapping.Role, _ header: [String], _ mapping: CSVMapping
) throws(RecordProblem) -> Int? {
  guard let name = mapping.columns[role] else { return nil }
  guard let first = header.firstIndex(of: name) else {
    throw .columnMissing(name, role: role.rawValue, header: header)
  }
  if header[(first + 1)...].contains(name) { throw .columnTwice(name) }
  return first
}
