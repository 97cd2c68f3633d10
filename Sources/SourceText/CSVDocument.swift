/// A table in a text file. Every record has as many fields as the header.
package struct CSVDocument: Hashable, Sendable {
  /// The first line that is neither blank nor a comment; empty where there is none.
  package let header: [CSVField]
  package let records: [CSVRecord]

  package init(header: [CSVField], records: [CSVRecord]) {
    self.header = header
    self.records = records
  }
}

package struct CSVRecord: Hashable, Sendable {
  package let fields: [CSVField]

  package init(fields: [CSVField]) {
    self.fields = fields
  }

  /// Where it begins, from 1.
  package var line: Int { fields.first?.position.line ?? 1 }
}

package struct CSVField: Hashable, Sendable {
  /// Without quotes, and without the spaces around a field that is not quoted.
  package let text: String
  package let position: SourcePosition

  package init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }
}
