import Glibc

/// Names in a folder, without `.` and `..`, in byte order.
func names(in folder: String) throws(PublishingError) -> [String] {
  guard let stream = opendir(folder) else { throw .cannotRead(folder, reason: reason()) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Paths of everything in a folder that is no folder, relative to it.
func files(under folder: String, prefix: String = "") throws(PublishingError) -> [String] {
  var paths: [String] = []
  for name in try names(in: folder) {
    let path = folder + "/" + name
    if case .folder = try FileKind(at: path) {
      paths += try files(under: path, prefix: prefix + name + "/")
    } else {
      paths.append(prefix + name)
    }
  }
  return paths
}

/// Removes a folder with all it holds, or a file; a link is removed, not followed.
func removeTree(_ path: String) throws(PublishingError) {
  switch try FileKind(at: path) {
  case .missing: return
  case .folder:
    for name in try names(in: path) { try removeTree(path + "/" + name) }
    guard rmdir(path) == 0 else { throw .cannotWrite(path, reason: reason()) }
  default:
    guard unlink(path) == 0 else { throw .cannotWrite(path, reason: reason()) }
  }
}

/// Makes a folder that everybody may read, whatever the user's umask says.
func makeFolder(_ path: String) throws(PublishingError) {
  guard mkdir(path, 0o755) == 0, chmod(path, 0o755) == 0 else {
    throw .cannotWrite(path, reason: reason())
  }
}
