import Foundation

/// Why usage could not be read. Nothing of the import counts then.
package enum IngestionError: Error, Hashable {
  case pathMissing(String)
  /// - endings: Of the files that were looked for.
  case folderWithoutFiles(String, endings: [String])
  /// - reason: In the system's words.
  case unreadable(path: String, reason: String)
  case gzip(GzipProblem, path: String)
  /// Somebody wrote to it, or put another file in its place.
  case changedWhileRead(String)
  /// A CSV file without a header.
  case emptyFile(String)
  /// A CSV file with the rows of another one of the import.
  case sameFile(path: String, other: String)
  case unknownTimeZone(String)
  case outOfMemory
  /// The temporary files for the ids of records failed.
  /// - reason: In the system's words.
  case idsNotKept(path: String, reason: String)
  case record(RecordProblem, RecordPlace)
}

extension IngestionError: LocalizedError {
  /// For a record also where it stands and how it begins, one line each.
  package var errorDescription: String? {
    switch self {
    case .pathMissing(let path): "there is no file or folder '\(path)'"
    case .folderWithoutFiles(let path, let endings):
      "the folder '\(path)' has no file ending in \(endings.joined(separator: " or ")), "
        + "with or without .gz"
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .gzip(.cutOff, let path): "the gzip file '\(path)' is cut off"
    case .gzip(.damaged(let reason), let path): "the gzip file '\(path)' is damaged: \(reason)"
    case .gzip(.expandsTooFar, let path):
      "the gzip file '\(path)' expands to more than \(GzipInflation.mostExpansion) times its size"
    case .changedWhileRead(let path): "'\(path)' changed while it was read"
    case .emptyFile(let path): "the file '\(path)' is empty"
    case .sameFile(let path, let other): "'\(path)' holds the same as '\(other)'"
    case .unknownTimeZone(let name): "no time zone is called '\(name)'"
    case .outOfMemory: "there is not enough memory to read records"
    case .idsNotKept(let path, let reason):
      RecordProblem.idsNotKept(path: path, reason: reason).message
    case .record(let problem, let place):
      "\(problem.message)\n    → \(place.file):\(place.line)"
        + (place.excerpt.isEmpty ? "" : "\n      \(place.excerpt)")
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .pathMissing: "correct the path, or export the file again"
    case .folderWithoutFiles: "put the exported files there, or give another path"
    case .unreadable: "make it a file that this user may read"
    case .gzip(.expandsTooFar, _): "check what it is; if it holds metrics, expand it first"
    case .gzip: "copy or export it again"
    case .changedWhileRead: "wait until it is written, and import again"
    case .emptyFile: "remove it, or give a file whose first line names its columns"
    case .sameFile: "remove one of them"
    case .unknownTimeZone:
      "give time_zone_of_data a name such as Europe/Berlin or UTC in tokenbook.yml"
    case .outOfMemory: "free some memory and import again"
    case .idsNotKept(let path, let reason):
      RecordProblem.idsNotKept(path: path, reason: reason).remedy
    case .record(let problem, _): problem.remedy
    }
  }
}
