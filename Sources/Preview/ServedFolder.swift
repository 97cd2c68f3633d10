import Glibc

/// The finished site, as files to be read by name.
struct ServedFolder: Sendable {
  enum Entry: Equatable {
    case file([UInt8])
    case folder
  }

  let path: String

  /// Opens one name after the other below the folder, and follows no link on the way: whatever
  /// stands in the site, nothing outside it is read.
  /// - Returns: nil where nothing stands, or something that is neither a file nor a folder.
  func entry(_ names: [String]) -> Entry? {
    var current = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    for name in names {
      guard current >= 0 else { return nil }
      // Without O_NONBLOCK a pipe would wait for somebody to write.
      let next = openat(current, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      close(current)
      current = next
    }
    guard current >= 0 else { return nil }
    defer { close(current) }
    var status = stat()
    guard fstat(current, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return bytes(of: current).map(Entry.file)
    default: return nil
    }
  }

  private func bytes(of file: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
