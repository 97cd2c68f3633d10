import SourceText

/// The columns of one file, in the order of its header.
protocol TableColumn: RawRepresentable<String>, CaseIterable, Hashable {}

/// One line of a CSV file of the workbook folder.
struct TableRow<Column: TableColumn> {
  let file: SourceFile
  /// From 1.
  let line: Int
  /// In header order, as written.
  let texts: [String]
  private let cells: [Column: Located]

  init(_ record: CSVRecord, in file: SourceFile) {
    self.file = file
    line = record.line
    texts = record.fields.map(\.text)
    var cells: [Column: Located] = [:]
    for (column, field) in zip(Column.allCases, record.fields) {
      cells[column] = Located(text: field.text, position: field.position, file: file)
    }
    self.cells = cells
  }

  subscript(column: Column) -> Located {
    cells[column]
      ?? Located(text: "", position: SourcePosition(line: line, column: 1), file: file)
  }
}

/// Reads a table whose header must be exactly `Column`'s cases.
/// - Returns: nil where the file as a whole cannot be understood.
func readTable<Column: TableColumn>(
  _ file: SourceFile, columns: Column.Type, mistakes: inout [Diagnostic]
) -> [TableRow<Column>]? {
  do {
    let document = try parseCSV(file, columns: Column.allCases.map(\.rawValue))
    let rows = document.records.map { TableRow<Column>($0, in: file) }
    for row in rows {
      for column in Column.allCases {
        if let mistake = row[column].controlCharacterMistake(name: column.rawValue) {
          mistakes.append(mistake)
        }
      }
    }
    return rows
  } catch {
    mistakes += error.all
    return nil
  }
}
