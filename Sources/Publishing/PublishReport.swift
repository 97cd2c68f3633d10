/// What a publication changed, counted in files.
package struct PublishReport: Hashable, Sendable {
  /// New files, and files whose bytes changed.
  package let written: Int
  /// Files that are still the very same file: inode, time and bytes.
  package let unchanged: Int
  /// Files of the previous site that the new one no longer has.
  package let removed: Int
  /// Bytes of the whole site, unchanged files included.
  package let bytes: Int

  package init(written: Int, unchanged: Int, removed: Int, bytes: Int) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.bytes = bytes
  }
}
