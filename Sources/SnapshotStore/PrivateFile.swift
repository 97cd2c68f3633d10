import Foundation

/// Makes an empty file that only its owner may read, unless there is a file already.
func createPrivateFile(at path: String) throws(SnapshotError) {
  let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else {
    if errno == EEXIST { return }
    throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }
  close(descriptor)
}

/// Puts a finished file in the place of another one, in one step that survives a power cut.
func moveIntoPlace(_ finished: String, over path: String) throws(SnapshotError) {
  let descriptor = open(finished, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw .cannotWrite(path: finished, reason: String(cString: strerror(errno)))
  }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0, rename(finished, path) == 0 else {
    throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }
}

/// Copies a file that only its owner may read.
func copyPrivateFile(_ path: String, to copy: String) throws(SnapshotError) {
  do {
    try FileManager.default.copyItem(atPath: path, toPath: copy)
  } catch {
    throw .cannotWrite(path: copy, reason: error.localizedDescription)
  }
}
