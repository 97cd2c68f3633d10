import Foundation

/// What tells one content of a file from another without reading it. Pipes have none.
struct FileState: Hashable {
  /// Bytes.
  let size: Int64
  /// When its content changed last, in nanoseconds since 1970.
  let modified: Int64
  /// When anything about it changed last, in nanoseconds since 1970.
  let changed: Int64
  let inode: UInt64
  private let device: UInt64

  /// - Returns: nil where there is no such file, or no regular one.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int64(status.st_size)
    modified = nanoseconds(status.st_mtim)
    changed = nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
    device = UInt64(status.st_dev)
  }
}

private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
