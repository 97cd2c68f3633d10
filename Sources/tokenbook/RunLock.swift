import Foundation

/// Runs `body` while no other run can write the workbook.
///
/// The lock ends with the process, however that ends.
/// - Throws: ``CommandError/locked(folder:)`` while another run holds it, or what `body` throws.
func holdingRunLock<Result>(
  in stateFolder: String, _ body: () throws -> Result
) throws -> Result {
  try makeFolder(stateFolder)
  let path = stateFolder + "/lock"
  let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else {
    throw CommandError.cannotWrite(path: path, reason: systemMessage(errno))
  }
  defer { close(descriptor) }
  guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
    throw CommandError.locked(folder: stateFolder)
  }
  return try body()
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
