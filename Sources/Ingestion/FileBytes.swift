import Foundation

/// Reads until the buffer is full or the file ends.
/// - Returns: The bytes read; nil where the system failed, `errno` says why.
func readFully(_ descriptor: CInt, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
  var done = 0
  while done < buffer.count {
    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
    let count = read(descriptor, rest.baseAddress, rest.count)
    if count == 0 { break }
    if count < 0, errno != EINTR { return nil }
    done += max(count, 0)
  }
  return done
}

/// - Returns: false where the system failed; `errno` says why.
func writeFully(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> Bool {
  var done = 0
  while done < bytes.count {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
    let count = write(descriptor, rest.baseAddress, rest.count)
    if count < 0, errno != EINTR { return false }
    done += max(count, 0)
  }
  return true
}

/// 0 where there is no such file, which opening it will tell.
func fileSize(_ path: String) -> Int64 {
  var status = stat()
  return stat(path, &status) == 0 ? Int64(status.st_size) : 0
}
