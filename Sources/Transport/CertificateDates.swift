import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// From when until when a certificate holds.
struct CertificateDates: Hashable, Sendable {
  let firstSecond: Date
  let lastSecond: Date

  /// What the dates are a reason for on this machine's clock.
  var fault: TransportError.TLSFault? { fault(now: Date()) }

  func fault(now: Date) -> TransportError.TLSFault? {
    if now > lastSecond { return .expired(day: Self.day(lastSecond), today: Self.day(now)) }
    if now < firstSecond { return .notYetValid(day: Self.day(firstSecond), today: Self.day(now)) }
    return nil
  }

  private static func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }
}

/// The dates of the certificates that a server shows, for one whose certificate was not accepted:
/// the library below does not say whether it is the date. Empty where they cannot be had.
///
/// The connection ends with the certificates, so nothing is sent to a server that is not trusted.
func certificateDates(
  shownBy endpoint: Endpoint, _ settings: TransportSettings
) async -> [CertificateDates] {
  let (shown, arrivals) = AsyncStream<[CertificateDates]>.makeStream()
  let limit = TimeAmount.milliseconds(Int64(settings.connectSeconds * 1000))
  do {
    let context = try NIOSSLContext(configuration: .makeClientConfiguration())
    let channel = try await ClientBootstrap(group: HTTPClient.defaultEventLoopGroup)
      .connectTimeout(limit)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = try NIOSSLClientHandler(
            context: context, serverHostname: endpoint.isAddress ? nil : endpoint.host,
            customVerificationCallback: { certificates, verdict in
              arrivals.yield(certificates.map(CertificateDates.init))
              verdict.succeed(.failed)
            })
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
      .connect(host: endpoint.host, port: endpoint.port).get()
    channel.closeFuture.whenComplete { _ in arrivals.finish() }
    let end = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    let dates = await shown.first { _ in true }
    end.cancel()
    channel.close(promise: nil)
    return dates ?? []
  } catch {
    return []
  }
}

extension CertificateDates {
  fileprivate init(_ certificate: NIOSSLCertificate) {
    firstSecond = Date(timeIntervalSince1970: Double(certificate.notValidBefore))
    lastSecond = Date(timeIntervalSince1970: Double(certificate.notValidAfter))
  }
}

extension Endpoint {
  /// An IP address, which TLS does not name.
  fileprivate var isAddress: Bool { (try? SocketAddress(ipAddress: host, port: port)) != nil }
}
