/// How far an import has come.
package struct ReadProgress: Hashable, Sendable {
  package var bytesRead: Int64
  /// The sizes of all files, as they were when the import began.
  package let totalBytes: Int64
  package var records: Int64

  package init(bytesRead: Int64, totalBytes: Int64, records: Int64) {
    self.bytesRead = bytesRead
    self.totalBytes = totalBytes
    self.records = records
  }
}
