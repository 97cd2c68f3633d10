import Foundation
import Testing

@testable import Transport

struct WholeAnswer {
  var head: HTTPHead
  var body: [UInt8]
  /// In how many calls the body came.
  var parts: Int

  var text: String { String(decoding: body, as: UTF8.self) }
}

/// One exchange with connections of its own.
func get(
  _ url: String,
  _ settings: TransportSettings = TransportSettings(),
  timeLimit: Duration = .seconds(60)
) async throws -> WholeAnswer {
  try await exchange(HTTPRequest(method: .get, url: url, timeLimit: timeLimit), settings)
}

func exchange(
  _ request: HTTPRequest, _ settings: TransportSettings = TransportSettings()
) async throws -> WholeAnswer {
  let transport = try Transport(settings)
  var body: [UInt8] = []
  var parts = 0
  do {
    let head = try await transport.exchange(request) { _, bytes in
      body += bytes
      parts += 1
    }
    await transport.shutDown()
    return WholeAnswer(head: head, body: body, parts: parts)
  } catch {
    await transport.shutDown()
    throw error
  }
}

/// The error of an exchange that must not succeed.
func failure(
  _ url: String,
  _ settings: TransportSettings = TransportSettings(),
  timeLimit: Duration = .seconds(60),
  sourceLocation: SourceLocation = #_sourceLocation
) async -> TransportError? {
  await #expect(throws: TransportError.self, sourceLocation: sourceLocation) {
    try await get(url, settings, timeLimit: timeLimit)
  }
}

/// Trusting the certificates of these tests.
func trusting(
  proxy: String? = nil, noProxyHosts: [String] = [], connectSeconds: Double = 15
) -> TransportSettings {
  TransportSettings(
    certificateFile: Certificates.file("ca.pem"), proxy: proxy, noProxyHosts: noProxyHosts,
    connectSeconds: connectSeconds)
}
