import Foundation

/// Where the files are that a preview depends on.
package struct WatchedPaths: Hashable, Sendable {
  /// Its `tokenbook.yml` and CSV files.
  package let workbook: String
  /// Every file below it.
  package let templates: String
  package let snapshot: String

  package init(workbook: String, templates: String, snapshot: String) {
    self.workbook = workbook
    self.templates = templates
    self.snapshot = snapshot
  }

  fileprivate var files: [String] {
    let manager = FileManager.default
    let inFolder = (try? manager.contentsOfDirectory(atPath: workbook)) ?? []
    // Of a folder that is a link nothing would be listed.
    let templates = URL(filePath: templates).resolvingSymlinksInPath().path
    let inTemplates = (try? manager.subpathsOfDirectory(atPath: templates)) ?? []
    return inFolder.filter { $0 == "tokenbook.yml" || $0.hasSuffix(".csv") }.filter(isLasting)
      .map { workbook + "/" + $0 }
      + inTemplates.filter(isLasting).map { templates + "/" + $0 }
      // With its journal: a build beside an import may find it locked, and is repeated after it.
      + ["", "-journal", "-wal"].map { snapshot + $0 }
  }
}

/// How the watched files stand: another value after every change.
///
/// Found by asking, not by being told: that works on folders of other machines too, and sees a file
/// that was moved over another.
package struct WatchedFiles: Hashable, Sendable {
  private struct Stamp: Hashable {
    let file: UInt64
    let bytes: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  private let stamps: [String: Stamp]

  package init(_ paths: WatchedPaths) {
    var stamps: [String: Stamp] = [:]
    for path in paths.files {
      var status = stat()
      // A folder's own time changes with files that are none of ours.
      guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { continue }
      stamps[path] = Stamp(
        file: UInt64(status.st_ino), bytes: Int64(status.st_size),
        seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
    }
    self.stamps = stamps
  }
}

/// Editors keep files of their own beside the one that is edited.
private func isLasting(_ path: String) -> Bool {
  let name = path.split(separator: "/").last ?? ""
  return !name.hasPrefix(".") && !name.hasPrefix("#") && !name.hasSuffix("~")
}
