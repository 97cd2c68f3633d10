import Foundation

/// The bytes of a file that a variable names.
///
/// - Throws: An error without the path: whoever put the secret itself into the variable must not
///   find it in a log.
func contents(of variable: Variable, path: String) throws(SignInError) -> [UInt8] {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
  else { throw .noSuchFile(variable: variable.rawValue) }
  guard let handle = FileHandle(forReadingAtPath: path),
    let bytes = try? handle.read(upToCount: mostFileBytes + 1)
  else { throw .unreadableFile(path, variable: variable.rawValue) }
  guard bytes.contains(where: { !isWhitespace($0) }) else {
    throw .emptyFile(path, variable: variable.rawValue)
  }
  if bytes.count > mostFileBytes { throw .fileTooLarge(path, variable: variable.rawValue) }
  return Array(bytes)
}

/// The text of a file that holds a secret and nothing else, without the line break of an editor.
func secret(in variable: Variable, path: String) throws(SignInError) -> Secret {
  let bytes = try contents(of: variable, path: path)
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .unreadableFile(path, variable: variable.rawValue)
  }
  return Secret(text.trimmingCharacters(in: .whitespacesAndNewlines))
}

/// Keys, certificates and tokens are a few thousand bytes.
private let mostFileBytes = 1 << 20

private func isWhitespace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}
