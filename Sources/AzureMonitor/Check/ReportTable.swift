/// A small table of texts for a terminal.
package struct ReportTable: Hashable, Sendable {
  enum Column: Hashable {
    case text(String)
    /// To the right.
    case number(String)

    var heading: String {
      switch self {
      case .text(let heading), .number(let heading): heading
      }
    }
  }

  /// A table that is longer is cut off, and says so.
  private static let mostRows = 20

  let columns: [Column]
  let rows: [[String]]

  /// Columns padded with spaces.
  var lines: [String] {
    let shown = [columns.map(\.heading)] + rows.prefix(Self.mostRows)
    let widths = columns.indices.map { column in shown.map { $0[column].count }.max() ?? 0 }
    let lines = shown.map { cells in
      var line = columns.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - cells[column].count)
        if case .number = columns[column] { return padding + cells[column] }
        return cells[column] + padding
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    let hidden = rows.count - Self.mostRows
    return hidden > 0 ? lines + ["… and \(hidden) more"] : lines
  }
}
