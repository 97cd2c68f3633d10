import Glibc

/// What stands at a path; links are not followed.
enum FileKind: Equatable {
  case missing
  case folder(device: UInt)
  case regularFile(permissions: UInt32)
  case symbolicLink
  case other

  /// - Throws: where a folder on the way may not be searched.
  init(at path: String) throws(PublishingError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw .cannotRead(path, reason: reason()) }
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder(device: UInt(status.st_dev))
    case S_IFREG: self = .regularFile(permissions: status.st_mode & 0o7777)
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }
}

/// The system's words for a failure, without the host's language.
func reason(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}
