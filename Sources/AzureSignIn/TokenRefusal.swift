import Foundation

/// The JSON of a refusal (RFC 6749, 5.2), with the numbers that Entra adds.
struct TokenRefusal: Sendable {
  let error: String
  /// The service's own words, which may repeat what was sent.
  let text: Secret
  /// The number behind `AADSTS`.
  let code: Int?

  /// - Returns: nil where the bytes are no refusal.
  init?(_ bytes: [UInt8]) {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(bytes)),
      fields.error != nil || fields.error_description != nil || fields.message != nil
    else { return nil }
    let text = fields.error_description ?? fields.message ?? ""
    error = fields.error ?? ""
    self.text = Secret(text)
    code =
      text.firstMatch(of: /AADSTS([0-9]{1,9})/).flatMap { Int($0.1) } ?? fields.error_codes?.first
  }

  private struct Fields: Decodable {
    let error: String?
    let error_description: String?
    let error_codes: [Int]?
    /// What an App Service writes instead.
    let message: String?

    enum CodingKeys: String, CodingKey {
      case error, error_description, error_codes, message
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      error = try? fields.decode(String.self, forKey: .error)
      error_description = try? fields.decode(String.self, forKey: .error_description)
      error_codes = try? fields.decode([Int].self, forKey: .error_codes)
      message = try? fields.decode(String.self, forKey: .message)
    }
  }
}
