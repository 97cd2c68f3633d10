/// A metrics file as it was at a moment: equal versions hold the same.
package struct FileVersion: Hashable, Sendable {
  /// Relative to the workbook folder where it lies below it.
  package let path: String
  /// Bytes.
  package let size: Int64
  /// When its content changed last, in nanoseconds since 1970.
  package let modified: Int64
  /// When anything about it changed last, in nanoseconds since 1970.
  package let changed: Int64
  package let inode: Int64
  /// Of the rules it is read by: the same bytes read otherwise are another version.
  package let rules: Int64

  package init(
    path: String, size: Int64, modified: Int64, changed: Int64, inode: Int64, rules: Int64
  ) {
    self.path = path
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.rules = rules
  }
}

/// What a file was found to hold.
package struct ReadFile: Hashable, Sendable {
  package let version: FileVersion
  /// Nanoseconds since 1970.
  package let readAt: Int64
  /// The local days it speaks of, ordered.
  package let days: [CalendarDay]
  /// Records of metrics that are not ours, by name.
  package let ignoredMetrics: [String: Int64]

  package init(
    version: FileVersion, readAt: Int64, days: [CalendarDay],
    ignoredMetrics: [String: Int64] = [:]
  ) {
    self.version = version
    self.readAt = readAt
    self.days = days
    self.ignoredMetrics = ignoredMetrics
  }

  /// Whether it was read so soon after it was written that a later write might carry the same time.
  package var isTooFresh: Bool { readAt - version.modified < 10_000_000_000 }
}

/// What the snapshot remembers of the files of one source.
package struct KnownFiles: Hashable, Sendable {
  /// A file as it was read last.
  package struct Entry: Hashable, Sendable {
    /// Stands for this version alone.
    package let number: Int64
    package let file: ReadFile

    package init(number: Int64, file: ReadFile) {
      self.number = number
      self.file = file
    }
  }

  package var byPath: [String: Entry]
  /// The numbers of the files that make up what is stored of a day, also of files that are no longer
  /// known.
  package var numbersByDay: [CalendarDay: Set<Int64>]

  package init(
    byPath: [String: Entry] = [:], numbersByDay: [CalendarDay: Set<Int64>] = [:]
  ) {
    self.byPath = byPath
    self.numbersByDay = numbersByDay
  }
}
