import Foundation

/// Scripts that mount what only they see.
enum OwnMounts {
  /// Not everywhere may a process have mounts of its own.
  static let areAllowed: Bool = {
    let outcome = try? Executable.run(
      program: "/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
    return outcome?.status == 0
  }()

  /// - Parameter script: Run by bash in `folder`; `$0` is `tokenbook`.
  /// - Returns: What was said, with `DIR` for the folder.
  static func run(_ script: String, in folder: TemporaryFolder) throws -> Executable.Outcome {
    try Executable.run(
      program: "/usr/bin/unshare", ["-rm", "/bin/bash", "-c", script, Executable.path],
      in: folder.url
    ).without(folder)
  }
}

extension Executable.Outcome {
  /// With `DIR` for the path of the folder.
  func without(_ folder: TemporaryFolder) -> Executable.Outcome {
    Executable.Outcome(
      status: status, output: output.replacing(folder.path, with: "DIR"),
      errors: errors.replacing(folder.path, with: "DIR"))
  }
}
