import Foundation

/// Runs `body` while no other run can write the workbook.
///
/// The lock ends with the process, however that ends.
/// - Throws: ``CommandError/locked(folder:)`` while another run holds it, or what `body` throws.
func holdingRunLock<Result>(
  in stateFolder: String, _ body: () throws -> Result
) throws -> Result {
  let lock = try RunLock(in: stateFolder)
  defer { lock.end() }
  return try body()
}

/// The same for work that waits for others.
func holdingRunLock<Result>(
  in stateFolder: String, _ body: () async throws -> Result
) async throws -> Result {
  let lock = try RunLock(in: stateFolder)
  defer { lock.end() }
  return try await body()
}

private struct RunLock {
  private let descriptor: Int32

  init(in stateFolder: String) throws(CommandError) {
    try makeFolder(stateFolder)
    let path = stateFolder + "/lock"
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: path, reason: systemMessage(errno))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .locked(folder: stateFolder)
    }
  }

  func end() { close(descriptor) }
}

/// Makes a folder for our eyes only, where it is not there yet.
func makeFolder(_ path: String) throws(CommandError) {
  if mkdir(path, 0o700) != 0 && errno != EEXIST {
    throw .cannotWrite(path: path, reason: systemMessage(errno))
  }
}

func systemMessage(_ code: Int32) -> String {
  String(cString: strerror(code))
}
