import Foundation
import UsageModel

/// What of its files an import needs to read.
package struct ReadingPlan {
  /// Earlier days stay as they are stored.
  package let since: CalendarDay?
  /// What was read before; files that are as they were then are left out where they can be.
  package let known: KnownFiles
  /// Paths are kept relative to it.
  package let workbookFolder: String
  /// Nanoseconds since 1970.
  package let now: Int64

  package init(since: CalendarDay?, known: KnownFiles, workbookFolder: String, now: Int64) {
    self.since = since
    self.known = known
    self.workbookFolder = workbookFolder
    self.now = now
  }

  /// The files that may hold a day that counts. A folder is of a UTC day, which parts of the days
  /// before and behind it share.
  func mayCount(_ file: String) -> Bool {
    guard let since, let day = folderDay(ofPath: file) else { return true }
    return day.daysSince1970 >= since.daysSince1970 - 1
  }

  /// The version of a file as it lies there; nil where it has none, as a pipe, or there is no file,
  /// which opening it will tell.
  func version(of file: String, rules: Int64) -> FileVersion? {
    guard let state = FileState(file) else { return nil }
    return FileVersion(
      path: pathInWorkbook(file), size: state.size, modified: state.modified,
      changed: state.changed, inode: Int64(bitPattern: state.inode), rules: rules)
  }

  /// What is known of a file that has not changed since; nil where it may have.
  func unchanged(_ version: FileVersion) -> KnownFiles.Entry? {
    guard let entry = known.byPath[version.path], entry.file.version == version,
      !entry.file.isTooFresh
    else { return nil }
    return entry
  }

  private func pathInWorkbook(_ file: String) -> String {
    let path = URL(filePath: file).standardizedFileURL.path
    let folder = workbookFolder.hasSuffix("/") ? workbookFolder : workbookFolder + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
