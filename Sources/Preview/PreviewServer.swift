import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a site on this machine's loopback, on a thread of its own, until the program ends.
package struct PreviewServer: Sendable {
  package let port: Int

  package var address: String { "http://127.0.0.1:\(port)/" }

  /// - Parameter port: 0 takes any free one.
  package static func start(
    _ site: PreviewedSite, port: Int
  ) throws(PreviewError) -> PreviewServer {
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
      // A port that a preview has just left can be taken again at once.
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try addHandlers(to: channel, site: site) }
      }
    do {
      let channel = try bootstrap.bind(host: "127.0.0.1", port: port).wait()
      return PreviewServer(port: channel.localAddress?.port ?? port)
    } catch {
      throw previewError(error, port: port)
    }
  }
}

/// From bytes to ``RequestHandler`` and back.
func addHandlers(to channel: any Channel, site: PreviewedSite) throws {
  try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
  try channel.pipeline.syncOperations.addHandler(RequestHandler(site: site))
}

private func previewError(_ error: any Error, port: Int) -> PreviewError {
  guard let failure = error as? IOError else {
    return .cannotListen(port: port, reason: "\(error)")
  }
  switch failure.errnoCode {
  case EADDRINUSE: return .portInUse(port)
  case EACCES, EPERM: return .portNotPermitted(port)
  case let code: return .cannotListen(port: port, reason: String(cString: strerror(code)))
  }
}
