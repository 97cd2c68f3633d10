import Glibc

/// The bytes of a regular file.
func readFile(_ path: String) throws(PublishingError) -> [UInt8] {
  let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
  guard file >= 0 else { throw .cannotRead(path, reason: reason()) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .cannotRead(path, reason: reason()) }
  let size = Int(status.st_size)
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
      let got = read(file, rest.baseAddress, rest.count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { failure = errno }
      if got <= 0 { break }
      count += got
    }
  }
  guard failure == 0 else { throw .cannotRead(path, reason: reason(failure)) }
  return bytes
}

/// Writes a file that does not exist yet and that everybody may read.
///
/// Not `Data.write`, which waits for the disk after every file.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw .cannotWrite(path, reason: reason()) }
  // The mode given to `open` is cut by the user's umask.
  var succeeded = fchmod(file, 0o644) == 0
  var position = 0
  while succeeded && position < bytes.count {
    let put = bytes.withUnsafeBytes { buffer in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[position...])
      return Glibc.write(file, rest.baseAddress, rest.count)
    }
    if put < 0 && errno == EINTR { continue }
    succeeded = put >= 0
    position += max(put, 0)
  }
  let failure = errno
  guard close(file) == 0 else { throw .cannotWrite(path, reason: reason()) }
  guard succeeded else { throw .cannotWrite(path, reason: reason(failure)) }
}

/// Whether `path` is a regular file that everybody may read and holds exactly these bytes.
func file(_ path: String, holds bytes: [UInt8]) -> Bool {
  var status = stat()
  guard lstat(path, &status) == 0, status.st_mode == S_IFREG | 0o644,
    Int(status.st_size) == bytes.count,
    let stored = try? readFile(path)
  else { return false }
  return stored == bytes
}
