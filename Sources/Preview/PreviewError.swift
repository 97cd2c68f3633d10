import Foundation

/// Why a preview cannot be started.
package enum PreviewError: Error, Hashable, Sendable {
  case portInUse(Int)
  /// A port below 1024 belongs to the system.
  case portNotPermitted(Int)
  case cannotListen(port: Int, reason: String)
}

extension PreviewError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .portInUse(let port): "another program listens at port \(port) already"
    case .portNotPermitted(let port): "port \(port) is not permitted to you"
    case .cannotListen(let port, let reason): "cannot listen at port \(port): \(reason)"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .portInUse(let port):
      "name another port: --port \(port < 65_535 ? port + 1 : 8642), or any free one: --port 0"
    case .portNotPermitted, .cannotListen: "let the system choose a port: --port 0"
    }
  }
}
