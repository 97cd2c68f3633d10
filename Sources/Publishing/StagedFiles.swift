import Synchronization

/// The files staged so far. Pages are rendered on several threads, so this is behind a lock.
final class StagedFiles: Sendable {
  struct File: Hashable, Sendable {
    let bytes: Int
    /// The file is a second name of the live site's file.
    let isUnchanged: Bool
  }

  private struct State {
    var pathByCaselessPath: [String: String] = [:]
    var folders: Set<String> = []
    var files: [String: File] = [:]
  }

  private let state = Mutex(State())

  /// Reserves a path and makes its folders below `staging`.
  func claim(_ path: SitePath, in staging: String) throws(PublishingError) {
    try state.withLock { state throws(PublishingError) in
      if let other = state.pathByCaselessPath.updateValue(path.text, forKey: path.caseless) {
        throw .duplicatePath(path.text, other: other)
      }
      for folder in path.folders where state.folders.insert(folder).inserted {
        try makeFolder(staging + "/" + folder)
      }
    }
  }

  func add(_ file: File, at path: SitePath) {
    state.withLock { $0.files[path.text] = file }
  }

  var fileByPath: [String: File] {
    state.withLock { $0.files }
  }
}
