extension ChargesReader {
  /// The columns of every view, by the view's name.
  package func columnsByView() throws(QueryError) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for view in viewNames {
      columns[view] = try rows("select * from \(view) where 0").columns
    }
    return columns
  }
}
