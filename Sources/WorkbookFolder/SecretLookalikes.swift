/// Whether a key is called as secrets are: `client_secret`, `ClientSecret`, `api-key`.
func looksLikeSecret(key: String) -> Bool {
  let name = String(
    key.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
      .map(Character.init))
  return secretNames.contains(name)
    || secretParts.contains { name.contains($0) }
    || secretEndings.contains { name.hasSuffix($0) }
}

private let secretNames: Set = ["authorization", "bearer", "jwt", "pass"]
private let secretParts = [
  "secret", "password", "passwd", "passphrase", "connectionstring", "sharedaccess", "privatekey",
  "apikey",
]
// Not "tokens", which is what the product counts.
private let secretEndings = ["token", "key", "pwd", "sas", "sig", "signature"]

/// What a text looks like that may be a secret, whatever its key is called.
enum SecretForm: String {
  case connectionString = "a connection string"
  case signedAddress = "an address or a list that holds a key"
  case userInfo = "an address with a user name or password in it"
  case privateKey = "a private key"
  case accessToken = "an access token"
  case clientSecret = "a client secret"

  init?(of text: String) {
    if text.contains("-----BEGIN") {
      self = .privateKey
    } else if let form = SecretForm.ofPairs(in: text) {
      self = form
    } else if SecretForm.hasUserInfo(text) {
      self = .userInfo
    } else if let form = words(of: text).lazy.compactMap(SecretForm.init(ofWord:)).first {
      self = form
    } else {
      return nil
    }
  }

  private init?(ofWord word: Substring) {
    if word.hasPrefix("eyJ"), word.count(where: { $0 == "." }) >= 2 {
      self = .accessToken
    } else if word.utf8.count >= 36, word.contains("Q~") {
      // As Entra writes the secrets of an application.
      self = .clientSecret
    } else {
      return nil
    }
  }

  /// `InstrumentationKey=…;IngestionEndpoint=…`, `…?sv=1&sig=…`.
  private static func ofPairs(in text: String) -> SecretForm? {
    for pair in text.split(whereSeparator: { $0.isWhitespace || "?&;,\"'{}[]".contains($0) }) {
      guard let sign = pair.firstIndex(of: "="), pair.index(after: sign) != pair.endIndex,
        looksLikeSecret(key: String(pair[..<sign]))
      else { continue }
      return text.lowercased().contains("instrumentationkey=") || text.contains(";")
        ? .connectionString : .signedAddress
    }
    return nil
  }

  private static func hasUserInfo(_ text: String) -> Bool {
    var rest = text[...]
    while let start = rest.firstRange(of: "://") {
      rest = rest[start.upperBound...]
      let authority = rest.prefix { !$0.isWhitespace && !"/?#\\".contains($0) }
      if authority.contains("@") { return true }
    }
    return false
  }
}

private func words(of text: String) -> [Substring] {
  text.split { $0.isWhitespace || "\"',{}[]".contains($0) }
}

/// Whether a text that is not YAML has a line that could hold a secret. Rather too often than never:
/// all that depends on it is whether lines are shown.
func mayHoldSecret(_ text: String) -> Bool {
  text.split(whereSeparator: \.isNewline).contains { line in
    if SecretForm(of: String(line)) != nil { return true }
    let start = line.drop { $0.isWhitespace || "-?{[\"'".contains($0) }
    let first = start.prefix { !$0.isWhitespace && !":\"'".contains($0) }
    if looksLikeSecret(key: String(first)) { return true }
    return line.indices.contains { index in
      guard line[index] == ":" else { return false }
      let before = line[..<index].reversed().drop { $0.isWhitespace || "\"'".contains($0) }
      let key = before.prefix { $0.isLetter || $0.isNumber || "_-. ".contains($0) }
      return looksLikeSecret(key: String(key.reversed()))
    }
  }
}
