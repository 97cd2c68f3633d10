import Foundation
import Testing

/// The stub of Azure's services while it runs: one for each test, with what that test puts in.
final class RunningService {
  static let tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee"
  static let client = "00001111-aaaa-2222-bbbb-3333cccc4444"
  static let secret = "a-secret-of-the-stub"
  /// Any works.
  static let workspace = "6f2c0d3e-1111-2222-3333-444455556666"

  private let process = Process()
  private let input = Pipe()
  private let scratch: TemporaryFolder
  /// `https://localhost:PORT`
  let address: String
  /// The same without TLS.
  let plainAddress: String
  /// The file of the certificate authority.
  let certificateFile: String
  private let controlPort: UInt16

  init() throws {
    scratch = try TemporaryFolder()
    for file in ["output", "errors"] { try scratch.write("", to: file) }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Repository.url("Tests/ServiceStub/service_stub.py").path,
      "--folder", scratch.path,
    ]
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "errors"))
    try process.run()
    let said = scratch
    let line = try soon("the addresses of the stub") {
      let text = try said.read("output")
      return text.hasSuffix("\n") ? text : nil
    }
    struct Addresses: Decodable {
      let https: String
      let http: String
      let ca: String
    }
    let addresses = try JSONDecoder().decode(Addresses.self, from: Data(line.utf8))
    address = addresses.https
    plainAddress = addresses.http
    certificateFile = addresses.ca
    controlPort = try #require(addresses.http.split(separator: ":").last.flatMap { UInt16($0) })
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// What signs in with the secret.
  var environment: [String: String] {
    [
      "AZURE_AUTHORITY_HOST": address, "AZURE_TENANT_ID": Self.tenant,
      "AZURE_CLIENT_ID": Self.client, "AZURE_CLIENT_SECRET": Self.secret,
    ]
  }

  /// Tells the stub something: `records`, `settings`, `faults` and the like, as JSON.
  @discardableResult
  func tell(_ what: String, _ body: String = "", method: String = "POST") throws -> String {
    let answer = try exchanged(
      atPort: controlPort,
      "\(method) /control/\(what) HTTP/1.1\r\nHost: 127.0.0.1:\(controlPort)\r\n"
        + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
        + "Connection: close\r\n\r\n" + body)
    try #require(answer.hasPrefix("HTTP/1.1 20"), "\(what): \(answer.prefix(400))")
    return answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
  }

  func ask<Answer: Decodable>(_ what: String, as type: Answer.Type) throws -> Answer {
    try JSONDecoder().decode(type, from: Data(try tell(what, method: "GET").utf8))
  }

  /// The requests that it has seen, of paths that match.
  func log(_ pathPattern: String = "") throws -> [SeenRequest] {
    let pattern = pathPattern.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return try ask("log?path=\(pattern)", as: [SeenRequest].self)
  }

  func holds(_ records: [UsageRecord]) throws {
    let encoder = JSONEncoder()
    try tell("records", String(decoding: try encoder.encode(records), as: UTF8.self))
  }

  /// Each a JSON object, as the stub knows them.
  func fails(_ faults: String...) throws {
    try tell("faults", "[" + faults.joined(separator: ",") + "]")
  }
}

extension RunningService {
  /// Records by the names that the transcripts know them under.
  func holds(recordsCalled name: String) throws {
    struct Transcripts: Decodable { let records: [String: [UsageRecord]] }
    let transcripts = try JSONDecoder().decode(
      Transcripts.self, from: Data(Repository.text("Tests/ServiceStub/transcripts.json").utf8))
    try holds(try #require(transcripts.records[name]))
  }

  /// A stub that holds the usual records of 22 November 2026 in Berlin.
  static func withUsualRecords() throws -> RunningService {
    let service = try RunningService()
    try service.holds(recordsCalled: "usual")
    return service
  }
}

/// A request as the stub logs it.
struct SeenRequest: Decodable {
  let path: String
  let status: Int?
  let query: String?
  let audience: String?
  let headers: [String: String]
}

/// A record of one metric, as the gateway sends it.
struct UsageRecord: Codable, Hashable {
  let time: String
  let name: String
  let sum: Double
  var itemCount: Int?
  var properties: [String: String]?
  var ingested: String?
}
