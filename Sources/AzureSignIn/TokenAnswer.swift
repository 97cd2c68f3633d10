import Foundation

/// The JSON of a token, in every form in which Azure's services and tools write it.
struct TokenAnswer: Sendable {
  let token: Secret
  private let lifetimeSeconds: Double?
  private let endSeconds: Double?

  /// - Returns: nil where the bytes hold no token that can be sent in a header.
  init?(_ bytes: [UInt8]) {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(bytes)),
      let token = fields.access_token ?? fields.accessToken, !token.isEmpty,
      // A header's value is visible ASCII; a line break would start another header.
      token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      fields.token_type.map({ $0.lowercased() == "bearer" }) ?? true
    else { return nil }
    self.token = Secret(token)
    lifetimeSeconds = fields.expires_in?.number
    endSeconds = fields.expires_on?.number
  }

  /// The earlier of the two ways to say it; at once where neither is said, so that it is used once.
  func end(askedAt asked: Date) -> Date {
    let ends = [
      lifetimeSeconds.map { asked + $0 }, endSeconds.map { Date(timeIntervalSince1970: $0) },
    ]
    return ends.compactMap(\.self).min() ?? asked
  }

  private struct Fields: Decodable {
    let access_token: String?
    /// The name in `az account get-access-token`.
    let accessToken: String?
    let token_type: String?
    let expires_in: NumberOrText?
    let expires_on: NumberOrText?
  }
}

/// A number, or a text of one: version 1 of the protocol writes texts.
private struct NumberOrText: Decodable {
  /// nil for anything else, such as a date: an unreadable end is an unknown one.
  let number: Double?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let read =
      (try? container.decode(Double.self))
      ?? (try? container.decode(String.self))
      .flatMap(Double.init)
    // Up to the year 9999; `Date` arithmetic beyond it has no meaning.
    number = read.flatMap { (0...253_402_300_799).contains($0) ? $0 : nil }
  }
}
