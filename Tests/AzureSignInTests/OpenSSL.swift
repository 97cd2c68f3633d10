import Foundation

/// What a command printed.
///
/// - Throws: where it fails.
@discardableResult
func shell(_ line: String, in folder: TemporaryFolder) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/bin/sh")
  process.arguments = ["-c", "(\(line)) > printed"]
  process.currentDirectoryURL = URL(filePath: folder.path)
  process.standardInput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw FailedCommand(line: line) }
  return try folder.text("printed")
}

struct FailedCommand: Error {
  let line: String
}

/// Keys and certificates that are made anew for each run of the tests.
struct MadeCertificates {
  let folder = TemporaryFolder()

  /// `key.pem` and `certificate.pem`, and both in `both.pem`.
  init(days: Int = 3650) throws {
    try shell(
      """
      openssl req -x509 -newkey rsa:2048 -nodes -days \(days) -subj /CN=tokenbook-test \
        -keyout key.pem -out certificate.pem && cat certificate.pem key.pem > both.pem
      """, in: folder)
  }

  var both: String { folder.path + "/both.pem" }

  /// An authority, and a certificate of it in `issued.pem`; the chain is in `chain.pem`, the
  /// authority first.
  func makeChain() throws {
    try shell(
      """
      openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=tokenbook-test-ca \
        -keyout ca-key.pem -out ca.pem && \
      openssl req -new -key key.pem -subj /CN=tokenbook-issued -out request.pem && \
      openssl x509 -req -in request.pem -CA ca.pem -CAkey ca-key.pem -days 3650 -out issued.pem && \
      cat ca.pem issued.pem key.pem > chain.pem
      """, in: folder)
  }
}
