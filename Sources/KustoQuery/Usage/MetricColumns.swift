import UsageModel

/// One table of metrics, under either of its two schemas.
struct MetricColumns: Hashable, Sendable {
  let table: Table
  let time: Expression
  let name: Expression
  /// Tokens, as a real number.
  let sum: Expression
  /// Calls that were added up in one record.
  let count: Expression
  /// The bag of dimensions.
  let properties: Expression
  /// Where a record came from: the resource, the gateway, one of the gateway's machines.
  let resource: Expression
  let role: Expression
  let instance: Expression

  init(_ table: MetricTable) {
    switch table {
    case .appMetrics:
      self.table = .appMetrics
      time = .column(.timeGenerated)
      name = .column(.metricName)
      sum = .column(.sum)
      count = .column(.itemCount)
      properties = .column(.properties)
      resource = textIfThere(.resourceID)
      role = textIfThere(.appRoleName)
      instance = textIfThere(.appRoleInstance)
    case .customMetrics:
      self.table = .customMetrics
      time = .column(.timestamp)
      name = .column(.name)
      sum = .column(.valueSum)
      count = .column(.valueCount)
      properties = .column(.customDimensions)
      resource = textIfThere(.appName)
      role = textIfThere(.cloudRoleName)
      instance = textIfThere(.cloudRoleInstance)
    }
  }

  /// The four dimensions as texts, empty where one is not mapped or a record does not have it.
  func values(of mapping: DimensionMapping) -> [Assignment] {
    Dimension.allCases.map { dimension in
      guard let property = dimension.property(in: mapping) else {
        return Expression.text("").named(dimension.column)
      }
      return Expression.call(.toString, .member(properties, property)).named(dimension.column)
    }
  }
}

/// Empty where the table has no such column: a cluster's table may have been made without it.
private func textIfThere(_ column: Column) -> Expression {
  .call(.toString, .call(.columnIfExists, .text(column.rawValue), .text("")))
}
